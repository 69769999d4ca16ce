export const id = 858;
export const ids = [858];
export const modules = {

/***/ 858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseMarkdown: () => (/* reexport safe */ _chunk_2NKPHUFM_js__WEBPACK_IMPORTED_MODULE_1__.Dd)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(995);
/* harmony import */ var _chunk_2NKPHUFM_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(414);
/* harmony import */ var _chunk_U32G6MUB_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(866);
/* harmony import */ var _chunk_HSS54IDV_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(183);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;





/***/ })

};
