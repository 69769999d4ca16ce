const id = 161;
const ids = [161, 592];
const modules = {
  /***/
  1161: (
    /***/
    ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        whatIsSeen: () => (
          /* binding */
          whatIsSeen
        )
        /* harmony export */
      });
      var _text_parse_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2592);
      const MARKUP = /<!--(?:-?>|[\s\S]*?(?:-->|$))|<[!?][^>]*(?:>|$)|<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/giu;
      function staysOpen(html) {
        const ends = (found) => (found.startsWith("<!--") ? /-->$|^<!---?>$/u : />$/u).test(found);
        return /<[a-z/!?]/iu.test(html.replace(MARKUP, (found) => ends(found) ? "" : "<!"));
      }
      const mayHide = ({ type }, text) => ["paragraph", "heading", "table", "definition"].includes(type) && /^[ \t>*+\-\d.)]*(?:\[\^[^\]\n]+\]:|<\/?source\b)/imu.test(text);
      const FENCE = /^(?:`+|~+)/u;
      const BOX = /^[-*+] \[([ xX])\]\s+/u;
      function whatIsSeen(nodes, source) {
        const hidden = [];
        const seen = {
          end: void 0,
          unticked: [],
          between(start, end) {
            const inside = hidden.filter(([from, to]) => to > start && from < end);
            const starts = [start, ...inside.map(([, to]) => to)];
            return starts.map((from, index) => source.slice(from, inside[index]?.[0] ?? end)).join("");
          }
        };
        let width = 0;
        const look = (node) => {
          if (seen.end)
            return;
          const { start, end } = (0, _text_parse_markdown_js__WEBPACK_IMPORTED_MODULE_0__.placeOf)(node);
          const text = source.slice(start, end);
          if (node.type === "html" ? staysOpen(node.value) : mayHide(node, text)) {
            seen.end = { offset: start, line: node.position?.start.line ?? 1 };
          } else if (node.type === "html" || node.type === "definition")
            hidden.push([start, end]);
          else if (node.type === "code") {
            const fence = FENCE.exec(text)?.[0].length;
            if (fence !== void 0)
              hidden.push([start + fence, start + `${text}
`.indexOf("\n")]);
          } else if (node.type === "tableRow") {
            node.children.slice(0, width).forEach(look);
            const [beyond] = node.children.slice(width);
            if (beyond)
              hidden.push([(0, _text_parse_markdown_js__WEBPACK_IMPORTED_MODULE_0__.placeOf)(beyond).start, end]);
          } else {
            const [box = "", ticked] = node.type === "listItem" && BOX.exec(text) || [];
            const before = source.lastIndexOf("\n", start) + 1;
            const from = source.slice(before, start).trim() === "" ? before : start;
            if (ticked !== void 0)
              hidden.push([from, ticked === " " ? end + 1 : start + box.length]);
            if (ticked === " ")
              seen.unticked.push(start);
            else if ("children" in node) {
              if (node.type === "table")
                width = node.children[0]?.children.length ?? 0;
              node.children.forEach(look);
            }
          }
        };
        nodes.forEach(look);
        return seen;
      }
    })
  ),
  /***/
  2592: (
    /***/
    ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        marksIn: () => (
          /* binding */
          marksIn
        ),
        /* harmony export */
        parseMarkdown: () => (
          /* binding */
          parseMarkdown
        ),
        /* harmony export */
        placeOf: () => (
          /* binding */
          placeOf
        )
        /* harmony export */
      });
      var mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53);
      var mdast_util_gfm_table__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1118);
      var micromark_extension_gfm_table__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7749);
      const MAX_MARKS = 3e3;
      const TEXT_ONLY = { disable: { null: ["attention", "labelStartLink", "labelStartImage"] } };
      const NESTED = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){10}/gmu;
      function parseMarkdown(markdown) {
        const source = markdown.replace(/^\ufeff/u, "").replace(/\r\n?/gu, "\n").replace(NESTED, "$&\u200B");
        const isBusy = (source.match(/[*_[]/gu)?.length ?? 0) > MAX_MARKS;
        const root = (0, mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_0__.Y)(source, {
          extensions: [(0, micromark_extension_gfm_table__WEBPACK_IMPORTED_MODULE_1__.x)(), ...isBusy ? [TEXT_ONLY] : []],
          mdastExtensions: [(0, mdast_util_gfm_table__WEBPACK_IMPORTED_MODULE_2__.c)()]
        });
        return { source, root };
      }
      function marksIn(root, between) {
        return root.children.flatMap((node) => {
          if (node.type !== "heading")
            return [];
          const { start, end } = placeOf(node);
          const text = between(start, end);
          if (!text.startsWith("#"))
            return [];
          const words = text.replace(/^#+|(?<=[ \t])#+[ \t]*$/gu, "").trim();
          return [{ level: node.depth, words, line: node.position?.start.line ?? 1, start, end }];
        });
      }
      function placeOf({ position }) {
        return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
