const id = 592;
const ids = [592];
const modules = {
  /***/
  2592: (
    /***/
    ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        parseMarkdown: () => (
          /* binding */
          parseMarkdown
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
        return { source, root, isBusy };
      }
    })
  )
};
export {
  id,
  ids,
  modules
};
