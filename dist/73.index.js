export const id = 73;
export const ids = [73];
export const modules = {

/***/ 632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ shownCells)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)

// src/text/tables.ts
function shownCells({ children: rows }) {
  return rows.map(({ children }) => children.slice(0, rows[0]?.children.length));
}




/***/ }),

/***/ 73:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   quotation: () => (/* binding */ quotation),
/* harmony export */   withoutFence: () => (/* binding */ withoutFence)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(995);
/* harmony import */ var _chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
/* harmony import */ var _chunk_2NKPHUFM_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(414);
/* harmony import */ var _chunk_6GUYA4FW_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(632);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(303);
/* harmony import */ var _chunk_U32G6MUB_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(866);
/* harmony import */ var _chunk_HSS54IDV_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(183);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;






// src/text/html.ts
var INLINE_NAMES = "a abbr acronym area audio b bdi bdo big br button canvas cite code data datalist del dfn em embed font i img input ins kbd label map mark math meter nobr object output picture progress q rp rt ruby s samp slot small source span strike strong sub sup svg template time tt u var video wbr".split(
  " "
);
var BLOCK_NAMES = [..._chunk_U32G6MUB_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlBlockNames */ .TU, ..._chunk_U32G6MUB_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlRawNames */ .yL];
var CELL_NAMES = ["td", "th"];
var COMMENT_OR_TAG = /<!--(?:-?>|[\s\S]*?(?:-->|$))|<(?<slash>\/?)(?<name>[a-z][a-z\d-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/giu;
function readHtml(html2) {
  const found = Array.from(html2.matchAll(COMMENT_OR_TAG));
  const pieces = found.flatMap((match, at) => {
    const [source] = match;
    const end = match.index + source.length;
    return [tagOrWords(match), decoded(html2.slice(end, found[at + 1]?.index))];
  });
  return [decoded(html2.slice(0, found[0]?.index)), ...pieces].filter((piece) => piece !== "");
}
function tagOrWords({ 0: source, groups = {} }) {
  const { slash, name } = groups;
  if (name === void 0) return "";
  const isTag = !/^<[A-Z]>$/u.test(source) && [...INLINE_NAMES, ...BLOCK_NAMES].includes(name.toLowerCase());
  return isTag ? { name: name.toLowerCase(), isEnd: slash !== "", source } : source;
}
function gapAt({ name }) {
  if (CELL_NAMES.includes(name)) return " ";
  return name === "br" || BLOCK_NAMES.includes(name) ? "\n" : "";
}
function attributeOf({ source }, name) {
  const pattern = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>${"`"}]+))`, "iu");
  const [, ...values] = pattern.exec(source) ?? [];
  return decoded(values.find((value) => value !== void 0) ?? "");
}
var decoded = (html2) => html2.replace(/&(?:#\w{1,8}|\w{1,31});/gu, _chunk_U32G6MUB_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeString */ .sc);

// src/results/phrases.ts
function partsOf(nodes, whole, within = []) {
  let address = "";
  return nodes.flatMap((node) => {
    if (node.type !== "html") return partsOfNode(node, whole, within);
    return readHtml(node.value).flatMap((piece) => {
      if (typeof piece === "string") return [piece];
      if (piece.name === "img") return withAddress([attributeOf(piece, "alt")], attributeOf(piece, "src"));
      if (piece.name !== "a") return [gapAt(piece)];
      const ended = piece.isEnd ? address : "";
      address = attributeOf(piece, "href");
      return ended === "" ? [] : inBrackets(ended);
    });
  });
}
function partsOfNode(node, whole, within) {
  switch (node.type) {
    case "break":
      return ["\n"];
    case "inlineCode":
      return [{ code: (0,_chunk_2NKPHUFM_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutGuards */ .hw)(node.value).replaceAll("\n", " ") }];
    case "strong":
    case "emphasis":
    case "delete": {
      const words = partsOf(node.children, whole, [...within, node.type]);
      const sign = { sign: node.type };
      return within.includes(node.type) ? words : [sign, ...words, sign];
    }
    case "link": {
      const address = bareAddress(node);
      return address === void 0 ? withAddress(partsOf(node.children, whole, within), node.url.replace(/^mailto:/u, ""), node.title) : [{ code: address }];
    }
    case "image":
      return withAddress([altOf(node)], node.url, node.title);
    case "footnoteReference":
      return [labelOf(node)];
    case "linkReference":
    case "imageReference": {
      const words = node.type === "linkReference" ? partsOf(node.children, whole, within) : [altOf(node)];
      const definition = whole.definitions.get(node.identifier);
      return node.referenceType === "full" && definition ? withAddress(words, definition.url, definition.title) : ["[", ...words, "]"];
    }
    // Text. The types have further kinds with a value, none of which is read here.
    default:
      return [node.value];
  }
}
var altOf = ({ alt }) => alt ?? "";
var labelOf = ({ label, identifier }) => `[${label ?? identifier}]`;
function withAddress(words, url, title) {
  if (url === "") return [...words, title ? ` (${title})` : ""];
  return words.every((word) => word === "") && !title ? [{ code: url }] : [...words, ...inBrackets(url, title)];
}
var inBrackets = (url, title) => [
  " (",
  { code: url },
  title ? `, ${title})` : ")"
];
function bareAddress({ url, title, children: [only] }) {
  if (only?.type !== "text" || title) return void 0;
  const { value } = only;
  return [value, `mailto:${value}`, `http://${value}`].includes(url) ? value : void 0;
}
function sourceOf({ position }, { source }) {
  return source.slice(position?.start.offset, position?.end.offset);
}
function isNote(node) {
  if (node.type !== "footnoteDefinition") return node.type === "definition";
  const [only, ...others] = node.children;
  return only?.type === "paragraph" && others.length === 0;
}
function partsOfDefinition(node) {
  const { url, title } = node;
  return [`${labelOf(node)} `, { code: url }, title ? ` ${title}` : ""];
}
function labeled(node) {
  const label = { type: "text", value: `${labelOf(node)} ` };
  const [first, ...others] = node.children;
  return first?.type === "paragraph" ? [{ ...first, children: [label, ...first.children] }, ...others] : [{ type: "paragraph", children: [label] }, ...node.children];
}
function plainWords(parts) {
  const words = parts.map((part) => {
    if (typeof part === "string") return part;
    return "code" in part ? part.code : "";
  });
  return words.join("").replace(/[^\S\f\v]+/gu, " ").replace(/^ | $/gu, "");
}

// src/results/blocks.ts
var MAX_DEPTH = 12;
var BLANK_LINE = (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`\n\n`;
var LINE_END = (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`\n`;
function blocks(nodes, whole, { depth = 0, isTight = false } = {}) {
  const visible = nodes.filter((node) => node.type !== "html" || plainWords(partsOf([node], whole)) !== "");
  const second = secondLists(visible);
  const rendered = visible.map((node) => ({ node, markdown: block(node, whole, { depth, isSecondList: second.has(node) }) })).filter(({ markdown }) => markdown.text !== "");
  const parts = rendered.flatMap(({ node, markdown }, at) => {
    const last = rendered[at - 1]?.node;
    return last ? [between(last, node, isTight), markdown] : [markdown];
  });
  return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .stack */ .t$)(parts, "");
}
function secondLists(nodes) {
  const second = /* @__PURE__ */ new Set();
  for (const [at, node] of nodes.entries()) {
    const last = nodes[at - 1];
    const isBelow = node.type === "list" && last?.type === "list" && last.ordered === node.ordered;
    if (isBelow && !second.has(last)) second.add(node);
  }
  return second;
}
function between(last, node, isTight) {
  if (isNote(last) && isNote(node)) return _chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .LINE_BREAK */ .Fb;
  return isTight && beginsBelow(last, node) ? LINE_END : BLANK_LINE;
}
function beginsBelow(last, node) {
  if (node.type === "list") return !node.ordered || node.start === 1;
  return node.type === "code" || node.type === "blockquote" && last.type !== "blockquote";
}
function block(node, whole, { depth, isSecondList }) {
  switch (node.type) {
    case "paragraph":
      return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(partsOf(node.children, whole));
    case "html":
      return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(partsOf([node], whole));
    case "heading":
      return heading(node, whole);
    case "thematicBreak":
      return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`***`;
    case "code":
      return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)((0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_4__/* .visibleCode */ .yy)((0,_chunk_2NKPHUFM_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutGuards */ .hw)(node.value)));
    case "table":
      return table(node, whole);
    case "definition":
      return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(partsOfDefinition(node));
  }
  if (depth <= MAX_DEPTH)
    switch (node.type) {
      case "list":
        return list(node, whole, { depth: depth + 1, isSecondList });
      case "blockquote":
        return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixLines */ .mg)(blocks(node.children, whole, { depth: depth + 1 }), "> ");
      case "footnoteDefinition":
        return blocks(labeled(node), whole, { depth: depth + 1 });
    }
  return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(withoutComments(sourceOf(node, whole)));
}
var withoutComments = (source) => source.replace(/<!--[\s\S]*?(?:-->|$)/gu, "");
function heading({ depth, children }, whole) {
  if (plainWords(partsOf(children, whole)) === "") return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)``;
  if (depth === whole.level) return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`#### ${(0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(partsOf(children, whole), "line")}`;
  const strong = { sign: "strong" };
  return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)([strong, ...partsOf(children, whole, ["strong"]), strong]);
}
var MAX_NUMBER = 999e6;
function list({ children, ordered, start, spread }, whole, position) {
  const { depth, isSecondList } = position;
  const first = Math.min(start ?? 1, MAX_NUMBER);
  const items = children.flatMap((item, index) => {
    const number = `${first + index}${isSecondList ? ")" : "."} `;
    const bullet = isSecondList ? "+ " : "- ";
    const marker = ordered ? number : bullet;
    const body = blocks(withBox(item), whole, { depth, isTight: !item.spread });
    return body.text === "" ? [] : [(0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixLines */ .mg)(body, " ".repeat(marker.length), marker)];
  });
  return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .stack */ .t$)(items, spread ? "\n\n" : "\n");
}
function withBox({ children }) {
  const [first, ...blocksBelow] = children;
  if (first?.type !== "paragraph") return children;
  const [text, ...others] = first.children;
  if (text?.type !== "text") return children;
  const value = text.value.replace(/^\[ \](?=\s)/u, "\u2610").replace(/^\[x\](?=\s)/iu, "\u2611");
  return [{ ...first, children: [{ ...text, value }, ...others] }, ...blocksBelow];
}
var RULERS = { left: (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`:---`, center: (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`:---:`, right: (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`---:`, none: (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`---` };
function table(node, whole) {
  const [head = [], ...others] = (0,_chunk_6GUYA4FW_js__WEBPACK_IMPORTED_MODULE_3__/* .shownCells */ .D)(node).map(
    (cells) => cells.map((cell) => (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(partsOf(cell.children, whole), "cell"))
  );
  const rulers = head.map((_, at) => RULERS[node.align?.[at] ?? "none"]);
  const row = (cells) => cells.reduce((all, each) => (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`${all} ${each} |`, (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`|`);
  return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .stack */ .t$)([head, rulers, ...others].map(row), "\n");
}

// src/results/quotation.ts
var COLLAPSE_AFTER_CHARACTERS = 1200;
var MIN_COLLAPSED_CHARACTERS = 300;
var MAX_TITLE_CHARACTERS = 200;
function quotation(markdown) {
  const { source, root } = (0,_chunk_2NKPHUFM_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRichMarkdown */ .Jt)(markdown);
  const { children } = root;
  const whole = { source, definitions: definitionsByName(children), level: mainLevel(children) };
  const near = children.filter((node) => startOf(node) < COLLAPSE_AFTER_CHARACTERS).length;
  const isLeftBehind = near > 1 && near < children.length && children[near - 1]?.type === "heading";
  const end = isLeftBehind ? near - 1 : near;
  const rest = children.slice(end);
  const isLong = rest.length > 0 && source.length - startOf(rest[0]) >= MIN_COLLAPSED_CHARACTERS;
  const collapsed = blocks(isLong ? rest : [], whole);
  if (collapsed.text === "") return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixLines */ .mg)(blocks(children, whole), "> ");
  const shown = blocks(children.slice(0, end), whole);
  const wordCount = countWords(source.slice(startOf(rest[0])));
  const title = (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`Read the rest${titleOf(rest, whole)} (about ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_4__/* .formatNumber */ .ZV)(roundWordCount(wordCount))} words)`;
  const details = [(0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`<details><summary>${title}</summary>`, collapsed, (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`</details>`];
  return (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixLines */ .mg)((0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .stack */ .t$)([shown, ...details]), "> ");
}
var startOf = (node) => node?.position?.start.offset ?? 0;
function definitionsByName(nodes) {
  const definitions = definitionsIn(nodes).toReversed();
  return new Map(definitions.map((definition) => [definition.identifier, definition]));
}
function definitionsIn(nodes) {
  return nodes.flatMap((node) => {
    if (node.type === "definition") return [node];
    return "children" in node ? definitionsIn(node.children) : [];
  });
}
function mainLevel(nodes) {
  const levels = nodes.flatMap((node) => node.type === "heading" ? [node.depth] : []);
  const repeated = levels.filter((level, at) => levels.indexOf(level) !== at);
  return Math.min(...repeated.length > 0 ? repeated : levels);
}
function titleOf(rest, whole) {
  const headings = rest.filter((node) => node.type === "heading");
  const highest = Math.min(...headings.map(({ depth }) => depth));
  const main = headings.filter(({ depth }) => depth === highest);
  const titles = main.length > 0 ? main : rest.filter(isBoldLine);
  const words = titles.map(({ children }) => plainWords(partsOf(children, whole)));
  const [first, ...others] = words.filter(Boolean);
  return first === void 0 ? "" : (0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__.md)`: ${(0,_chunk_7M5UY7KO_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy)(shortList(first, others))}`;
}
function isBoldLine(node) {
  return node.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "strong";
}
function shortList(first, others) {
  const titles = [first, ...others];
  const whole = titles.join(" \xB7 ");
  if (whole.length <= MAX_TITLE_CHARACTERS) return whole;
  const lists = titles.slice(0, MAX_TITLE_CHARACTERS).map((_, at) => titles.slice(0, at + 1).join(" \xB7 "));
  const more = " \xB7 \u2026";
  const fitting = lists.findLast((list2) => list2.length + more.length <= MAX_TITLE_CHARACTERS);
  return fitting === void 0 ? (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_4__/* .truncate */ .xv)(first, MAX_TITLE_CHARACTERS) : fitting + more;
}
function countWords(text) {
  const words = new Intl.Segmenter(void 0, { granularity: "word" }).segment(text);
  return Array.from(words).filter(({ isWordLike }) => isWordLike).length;
}
function roundWordCount(count) {
  const step = count < 100 ? 10 : 50;
  return Math.max(1, Math.round(count / step)) * step;
}
function withoutFence(markdown) {
  const lines = markdown.trim().split(/\r\n?|\n/u);
  const [opening = ""] = lines;
  const [, fence = "", language] = /^ {0,3}(`{3,}|~{3,})[ \t]*(markdown|md)?[ \t]*$/iu.exec(opening) ?? [];
  if (fence === "") return markdown;
  const closing = new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`, "u");
  const ends = lines.flatMap((line, at) => at > 0 && closing.test(line) ? [at] : []);
  const isEnded = ends.at(-1) === lines.length - 1;
  const isWhole = ends.length === 0 || isEnded && (language !== void 0 || ends.length === 1);
  return isWhole ? lines.slice(1, isEnded ? -1 : void 0).join("\n") : markdown;
}



/***/ })

};
