export const id = 681;
export const ids = [681];
export const modules = {

/***/ 226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ headingName)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(995);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(303);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;

// src/text/heading-names.ts
var EMOJI = new RegExp("[\\d#*]\\ufe0f?\\u20e3|\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\p{Regional_Indicator}", "gu");
var NUMBERING = /^(?:\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3})+(?=\s)|\d{1,3}(?:\.\d{1,3})*[.)])\s*/u;
var ENDING = /\s*(?:\((?:required|optional)\)|[*:?])$|\s#+$/u;
function headingName(words) {
  const plain = (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(words.normalize("NFKC")).toLowerCase();
  const bare = (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(
    plain.replace(EMOJI, " ").replace(/^\s*#+/u, "").replace(/(?<=^|[^\p{L}\p{N}])[*_~`]+|[*_~`]+(?=[^\p{L}\p{N}]|$)/gu, "").replace(new RegExp("\\p{Default_Ignorable_Code_Point}", "gu"), "").replace(/[-_]/gu, " ")
  );
  const name = withoutEnding(bare.replace(NUMBERING, ""));
  return name === "" ? plain : name;
}
function withoutEnding(name) {
  const shorter = name.replace(ENDING, "").trim();
  return shorter === name ? name : withoutEnding(shorter);
}




/***/ }),

/***/ 681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   takeSections: () => (/* binding */ takeSections)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(995);
/* harmony import */ var _chunk_GZWBXCWA_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(226);
/* harmony import */ var _chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(505);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(303);
/* harmony import */ var _chunk_HSS54IDV_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(183);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;




// src/request/sections.ts
var MAX_CELLS = 4e4;
var FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;
async function takeSections(markdown, wanted, findings) {
  const { path } = wanted;
  if (Array.from(markdown.matchAll(/\|/gu)).length > MAX_CELLS) {
    findings.problem(
      (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${path} has over ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .formatNumber */ .ZV)(MAX_CELLS)} vertical bars, too many to look for headings among its tables (input context-sections). Leave context-sections out to send it whole, or shorten its tables.`
    );
    return "";
  }
  const { parseMarkdown } = await Promise.all(/* import() */[__webpack_require__.e(866), __webpack_require__.e(414), __webpack_require__.e(858)]).then(__webpack_require__.bind(__webpack_require__, 858));
  const frontMatter = FRONT_MATTER.exec(markdown)?.[0] ?? "";
  const { source, root } = parseMarkdown(markdown.slice(frontMatter.length));
  const lineOffset = frontMatter.split("\n").length - 1;
  const headings = (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_2__/* .headingsIn */ .FK)(root, source).map((each) => ({ ...each, line: each.line + lineOffset }));
  const all = withEnds(headings, source.length);
  const brief = briefIn(root, all, source);
  const sections = brief ?? all;
  const names = namesIn(wanted.lines, sections);
  const found = sections.filter(({ name }) => names.has(name));
  const taken = found.filter(({ end, to }) => source.slice(end, to).trim() !== "");
  const namesTaken = new Set(taken.map(({ name }) => name));
  const missing = Array.from(names, ([name, written]) => namesTaken.has(name) ? [] : written).flat();
  if (missing.length > 0)
    findings.warn(
      (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${path} has no text under ${listOf(missing)} (input context-sections). It has ${listOf(sections.map(({ words }) => (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(words))) || "no headings"}.`
    );
  if (brief) reportSummaries(all, taken, { path, findings });
  else reportCutSummary(all, found, { path, findings });
  return textOf(taken, source).trim();
}
function textOf(sections, source) {
  let end = 0;
  const texts = sections.map(({ start, to }) => {
    const text = source.slice(Math.max(start, end), Math.max(to, end));
    end = Math.max(to, end);
    return text;
  });
  return texts.join("");
}
function namesIn(lines, sections) {
  const known = new Set(sections.map(({ name }) => name));
  const names = lines.flatMap((each) => known.has((0,_chunk_GZWBXCWA_js__WEBPACK_IMPORTED_MODULE_1__/* .headingName */ .e)(each)) ? [each] : each.split(","));
  const written = names.map((name) => name.trim()).filter((name) => name !== "");
  return new Map(written.map((name) => [(0,_chunk_GZWBXCWA_js__WEBPACK_IMPORTED_MODULE_1__/* .headingName */ .e)(name), name]));
}
var listOf = (names) => Array.from(new Set(names), (name) => name.includes(",") ? `"${name}"` : name).join(", ");
function reportSummaries(all, taken, { path, findings }) {
  const summaries = all.filter(isSummary).length;
  const own = taken.find(isSummary);
  if (own && summaries > 1)
    findings.warn((0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${path} has ${summaries} headings ## Summary; the one on line ${own.line} was taken.`);
}
function reportCutSummary(all, found, { path, findings }) {
  for (const summary of found.filter(isSummary)) {
    const next = all.find(({ start }) => start === summary.to);
    if (next)
      findings.notice(
        (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`In ${path}, Summary ends at the heading ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(next.words)} on line ${next.line} (input context-sections). Name that heading too, if it belongs to it. Only where a bold label Goal stands before ## Summary, as in a brief of Harmonica's, does it run to the file's end.`
      );
  }
}
var isSummary = ({ level, name }) => level === 2 && name === "summary";
function briefIn(root, headings, source) {
  const all = headings.filter(({ level }) => level === 2);
  const summaries = all.filter(isSummary);
  const [first] = summaries;
  if (!first || !hasGoalBefore(root, first.start)) return void 0;
  const between = (name, after, before) => all.filter((each) => each.name === name && each.start > after && each.start < before);
  const [overview] = between("overview", -1, first.start);
  const [context] = between("context", overview?.start ?? -1, first.start);
  const own = (context && summaries.at(-1)) ?? first;
  const start = (context ?? overview)?.start ?? -1;
  const lastOlder = between("summary", start, own.start).at(-1)?.start ?? start;
  const rest = ["critical points", "questions"].flatMap(
    (name) => between(name, lastOlder, own.start).slice(-1)
  );
  const its = [overview, context, ...rest, own].filter((each) => each !== void 0);
  const inOrder = its.toSorted((a, b) => a.start - b.start);
  return inOrder.map((each, at) => ({ ...each, to: inOrder[at + 1]?.start ?? source.length }));
}
function hasGoalBefore(node, before) {
  if (node.type === "paragraph")
    return node.children.some((child, at) => {
      const last = node.children[at - 1];
      const beginsLine = at === 0 || last?.type === "break" || last?.type === "text" && /\n\s*$/u.test(last.value);
      return child.type === "strong" && beginsLine && (0,_chunk_GZWBXCWA_js__WEBPACK_IMPORTED_MODULE_1__/* .headingName */ .e)((0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_2__/* .wordsOf */ .Z9)(child)) === "goal";
    });
  if (node.type !== "root" && node.type !== "list" && node.type !== "listItem") return false;
  return node.children.some((child) => (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_2__/* .placeOf */ .$t)(child).start < before && hasGoalBefore(child, before));
}
function withEnds(headings, length) {
  const nextByLevel = Array(7);
  const fromTheEnd = headings.toReversed().map((heading) => {
    const { level, start } = heading;
    const to = nextByLevel[level] ?? length;
    nextByLevel.fill(start, level);
    return { ...heading, name: (0,_chunk_GZWBXCWA_js__WEBPACK_IMPORTED_MODULE_1__/* .headingName */ .e)(heading.words), to };
  });
  return fromTheEnd.toReversed();
}



/***/ })

};
