export const id = 916;
export const ids = [916];
export const modules = {

/***/ 916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBody: () => (/* binding */ readBody),
/* harmony export */   reportBody: () => (/* binding */ reportBody)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(995);
/* harmony import */ var _chunk_674DDS3Y_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(833);
/* harmony import */ var _chunk_6GUYA4FW_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(632);
/* harmony import */ var _chunk_IQNDEVDA_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(875);
/* harmony import */ var _chunk_GZWBXCWA_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(226);
/* harmony import */ var _chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(505);
/* harmony import */ var _chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(453);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(303);
/* harmony import */ var _chunk_HSS54IDV_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(183);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;








// src/request/body/limits.ts
var MAX_LINES = 2e3;
var MAX_MARKS = 3e3;
var MAX_TAGS = 500;
var MAX_OPENINGS = 100;
var MAX_NESTED = 60;
var MARKS = /[*_~[\]$]|`+/gu;
var TAGS = /<\/?[a-z]/giu;
var OPENINGS = /<[!?]/gu;
var NESTED = new RegExp(
  String.raw`^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){${MAX_NESTED + 1}}`,
  "mu"
);
function tooMuchFrom(source) {
  const found = [
    nth(source, /\n/gu, MAX_LINES),
    nth(source, MARKS, MAX_MARKS + 1),
    nth(source, TAGS, MAX_TAGS + 1),
    nth(source, OPENINGS, MAX_OPENINGS + 1),
    NESTED.exec(source)?.index
  ].filter((offset) => offset !== void 0);
  if (found.length === 0) return void 0;
  return source.lastIndexOf("\n", Math.min(...found)) + 1;
}
function nth(source, pattern, count) {
  return source.matchAll(pattern).drop(count - 1).next().value?.index;
}

// src/request/body/read-body.ts
async function readBody(body) {
  const whole = body.replace(/^\ufeff/u, "").replace(/\r\n?/gu, "\n").trimEnd();
  try {
    return await readBounded(whole);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return readingOf(_chunk_674DDS3Y_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyAnswers */ .FE, { tooMuchFrom: 1, openCode: void 0 });
  }
}
async function readBounded(whole) {
  const { parseBody } = await Promise.all(/* import() */[__webpack_require__.e(866), __webpack_require__.e(414), __webpack_require__.e(642)]).then(__webpack_require__.bind(__webpack_require__, 642));
  const cut = tooMuchFrom(whole);
  const parsed = parseBody(whole.slice(0, cut));
  const kept = cut === void 0 ? parsed.children : blocksBefore(parsed, whole.slice(0, cut));
  const dropped = parsed.children[kept.length];
  const end = dropped ? (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$t)(dropped).start : cut;
  const [root, source] = [{ ...parsed, children: kept }, whole.slice(0, end)];
  const written = (0,_chunk_674DDS3Y_js__WEBPACK_IMPORTED_MODULE_1__/* .readWritten */ .IL)(root, source);
  const bounds = {
    tooMuchFrom: end === void 0 ? void 0 : lineAt(whole, end),
    openCode: (0,_chunk_674DDS3Y_js__WEBPACK_IMPORTED_MODULE_1__/* .openCodeIn */ .rc)(root, source)
  };
  if (!(0,_chunk_674DDS3Y_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsHtml */ .Ef)(root) && written.everyFieldIsPlain) return readingOf(written.answers, bounds);
  const { readShown } = await Promise.all(/* import() */[__webpack_require__.e(866), __webpack_require__.e(113)]).then(__webpack_require__.bind(__webpack_require__, 113));
  return readingOf(readShown(root, source, written), bounds);
}
function blocksBefore({ children }, source) {
  const last = children.at(-1);
  const endsAtBlankLine = ["heading", "paragraph", "table", "thematicBreak"].includes(last?.type ?? "");
  return endsAtBlankLine && /\n[ \t]*\n$/u.test(source) ? children : children.slice(0, -1);
}
var lineAt = (text, offset) => text.slice(0, offset).split("\n").length;
function readingOf({ answers, hiddenFrom, ...others }, bounds) {
  const { headings, notRead, above, leftOut } = others;
  const given = answers.filter(({ value }) => Object.keys(value).length > 0);
  const conflicts = given.filter(({ field }, at) => given.findIndex((each) => each.field === field) === at).map(({ field }) => ({ field, lines: differentLines(given.filter((each) => each.field === field)) })).filter(({ lines }) => lines.length > 1);
  const fields = Object.assign({}, ...given.toReversed().map(({ value }) => value));
  return {
    fields,
    conflicts,
    headings,
    notRead: { headings: notRead, above, leftOut, hiddenFrom, ...bounds }
  };
}
function differentLines(answers) {
  const all = answers.map(({ value, line: line2 }) => ({
    text: JSON.stringify(value, (_, each) => typeof each === "string" ? (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(each) : each),
    line: line2
  }));
  return all.filter(({ text }, at) => all.findIndex((each) => each.text === text) === at).map(({ line: line2 }) => line2);
}

// src/request/body/report-body.ts
var MAX_NAMED = 5;
function reportBody({ fields, conflicts, notRead }, { where, isSet }, findings) {
  const titles = Object.entries(_chunk_674DDS3Y_js__WEBPACK_IMPORTED_MODULE_1__/* .FIELD_TITLES */ .Fb);
  for (const [name, title] of titles) {
    const lines = conflicts.find(({ field }) => field === name && !isSet(field))?.lines;
    const advice = name === "context" ? (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`put both under one heading` : (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`set the input ${name}`;
    if (lines)
      findings.problem(
        (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`The ${where} has different answers to ${title} (lines ${lines.join(", ")}). Keep one of them, or ${advice}.`
      );
  }
  reportWhatIsMissing(where, notRead, findings);
  const names = titles.filter(([name]) => fields[name] !== void 0);
  const used = names.filter(([name]) => !isSet(name));
  const unused = names.filter(([name]) => isSet(name)).map(([name, title]) => `${title} (input ${name} is set)`);
  const rest = notReadList(unused, notRead);
  const ending = rest === "" ? (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`` : (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)` Not read: ${rest}.`;
  if (names.length === 0) {
    findings.warn(
      (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`From the ${where} nothing was read: no heading in it names ${enumerate(Object.values(_chunk_674DDS3Y_js__WEBPACK_IMPORTED_MODULE_1__/* .FIELD_TITLES */ .Fb), "or")} and has an answer.${ending}`
    );
    return;
  }
  const { questions = [] } = fields;
  const read = used.map(
    ([name, title]) => name === "questions" ? (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .formatCount */ .B4)(questions.length, "question") : title
  );
  findings.notice(
    (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .joinLines */ .cT)([(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`From the ${where}: ${enumerate(read, "and") || "nothing that is used"}.`, ending], "")
  );
}
function reportWhatIsMissing(where, { tooMuchFrom: tooMuchFrom2, hiddenFrom, openCode }, findings) {
  if (tooMuchFrom2 !== void 0)
    findings.warn(
      (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`The ${where} was not read from line ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNumber */ .ZV)(tooMuchFrom2)} on: there is too much to read (over 2,000 lines, over 500 tags of HTML, thousands of marks such as *, or blocks nested too deeply). Shorten it.`
    );
  if (hiddenFrom !== void 0)
    findings.warn(
      (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`The ${where} was not read from line ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNumber */ .ZV)(hiddenFrom)} on: HTML begins there that is never closed and hides what follows. Close it, or put it into a code block.`
    );
  if (openCode !== void 0)
    findings.warn(
      (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)`The block of code that begins on line ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNumber */ .ZV)(openCode)} of the ${where} is never closed, so everything below belongs to it. Close it with a line of the same marks.`
    );
}
function notReadList(unused, { headings, above, leftOut }) {
  const kinds = Array.from(new Set(leftOut.map(({ what }) => what)));
  const counts = kinds.map((kind) => {
    const lines = leftOut.filter(({ what }) => what === kind).map((each) => each.line);
    const named2 = Array.from(new Set(lines)).slice(0, MAX_NAMED);
    const more = named2.length < new Set(lines).size ? ", \u2026" : "";
    return `${countOf(lines.length, kind)} (line${named2.length > 1 ? "s" : ""} ${named2.join(", ")}${more})`;
  });
  const named = headings.length > 0 ? [`heading${headings.length > 1 ? "s" : ""} ${headings.join(", ")}`] : [];
  return [...unused, ...named, ...above ? ["the text above the first heading"] : [], ...counts].join("; ");
}
function countOf(count, kind) {
  const [noun = "", ...others] = kind.split(" without ");
  const counted = noun.startsWith("<") ? `${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .formatNumber */ .ZV)(count)} ${noun}` : (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_7__/* .formatCount */ .B4)(count, noun);
  return [counted, ...others].join(" without ");
}
function enumerate(words, conjunction) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}



/***/ }),

/***/ 833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   E8: () => (/* binding */ wordsStart),
/* harmony export */   Ef: () => (/* binding */ holdsHtml),
/* harmony export */   FE: () => (/* binding */ emptyAnswers),
/* harmony export */   Fb: () => (/* binding */ FIELD_TITLES),
/* harmony export */   Gl: () => (/* binding */ hasUnclearBox),
/* harmony export */   IL: () => (/* binding */ readWritten),
/* harmony export */   Iy: () => (/* binding */ isOddDeclaration),
/* harmony export */   LB: () => (/* binding */ splitAtLabels),
/* harmony export */   PI: () => (/* binding */ isOddDefinition),
/* harmony export */   TE: () => (/* binding */ isOddBlock),
/* harmony export */   VT: () => (/* binding */ MATH),
/* harmony export */   Xy: () => (/* binding */ questionsValue),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   ei: () => (/* binding */ NO_RESPONSE),
/* harmony export */   hf: () => (/* binding */ holdsTag),
/* harmony export */   lD: () => (/* binding */ isOddComment),
/* harmony export */   rc: () => (/* binding */ openCodeIn),
/* harmony export */   v8: () => (/* binding */ textValue),
/* harmony export */   wQ: () => (/* binding */ isDiagram)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(995);
/* harmony import */ var _chunk_6GUYA4FW_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(632);
/* harmony import */ var _chunk_IQNDEVDA_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(875);
/* harmony import */ var _chunk_GZWBXCWA_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(226);
/* harmony import */ var _chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(505);
/* harmony import */ var _chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(453);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(303);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;






// src/request/body/answers.ts
var emptyAnswers = {
  answers: [],
  headings: [],
  notRead: [],
  above: false,
  leftOut: [],
  hiddenFrom: void 0
};
var NO_RESPONSE = "_No response_";
function textValue(field, answer) {
  const text = answer.trim();
  if (text === "" || text === NO_RESPONSE) return {};
  return { [field]: field === "topic" ? (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(text) : text };
}
function questionsValue(questions) {
  const asked = questions.filter((question) => question !== "" && question !== NO_RESPONSE);
  return asked.length > 0 ? { questions: asked.map((text) => ({ text })) } : {};
}

// src/request/body/field-names.ts
var FIELD_TITLES = {
  topic: "Topic",
  goal: "Goal",
  context: "Context",
  critical: "Critical question",
  questions: "Questions"
};
var FIELDS = new Map([
  ..._chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldNames */ .pi.map((name) => [(0,_chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_5__/* .kebabCase */ .kW)(name).replaceAll("-", " "), "other"]),
  ["facilitation prompt", "other"],
  ["topic", "topic"],
  ["goal", "goal"],
  ["goals", "goal"],
  ["context", "context"],
  ["background", "context"],
  ["critical", "critical"],
  ["critical question", "critical"],
  ["critical questions", "critical"],
  ["questions", "questions"]
]);
var fieldOf = (words) => FIELDS.get((0,_chunk_GZWBXCWA_js__WEBPACK_IMPORTED_MODULE_3__/* .headingName */ .e)(words));

// src/request/body/fields.ts
function partsOf(pieces, end) {
  const first = pieces.findIndex(({ heading }) => heading !== void 0);
  const fields = [];
  const others = [];
  let current;
  const endCurrent = (at) => {
    if (current) fields.push({ ...current, end: at });
    current = void 0;
  };
  for (const { block, heading } of pieces) {
    const field = heading && fieldOf(heading.words);
    const belongs = heading === void 0 || isWithin(heading, field, current);
    if (belongs) {
      current?.blocks.push(block);
      if (heading) current?.within.push(heading);
    } else {
      endCurrent(heading.start);
      if (field === void 0 || field === "other") others.push(heading);
      else current = { field, heading, blocks: [], within: [] };
    }
  }
  endCurrent(end);
  return {
    above: (first < 0 ? pieces : pieces.slice(0, first)).map(({ block }) => block),
    fields,
    others,
    headings: pieces.flatMap(({ heading }) => heading ?? [])
  };
}
function isWithin(heading, field, current) {
  if (!current || heading.level <= current.heading.level) return false;
  return field === void 0 || field === current.field;
}

// src/request/body/drawn.ts
var isDiagram = (language) => /^(?:mermaid|geojson|topojson|stl|math)$/iu.test(language ?? "");
var MATH = /\$\$(?:[^$]|\$(?!\$))+\$\$/gu;
var TAG = /<(?:[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>|\/[a-z][a-z\d-]*\s*>|!--|\?|![a-z]|!\[CDATA\[)/iu;
var holdsTag = ({ value }) => TAG.test(value);

// src/request/body/outline.ts
var LABEL_LEVEL = 7;
var COLON = /^[ \t]*[:\uff1a]/u;
var COLON_AT_END = /[:\uff1a]$/u;
var LINE_END = /\n[ \t]*$/u;
function splitAtLabels(nodes, reader, source) {
  const labelsAt = nodes.flatMap((_, at) => isLabel(nodes, at, reader) ? [at] : []);
  return [-1, ...labelsAt].map((at, index) => {
    const children = nodes.slice(at + 1, labelsAt[index]);
    const node = nodes[at];
    if (node === void 0) return { label: void 0, children };
    const answer = withoutColon(children, reader);
    const { start, end, line } = reader.range(node);
    const colon = COLON.exec(source.slice(end))?.[0].length ?? 0;
    const answerStart = answer.lineBreak ? reader.range(answer.lineBreak).end : end + colon;
    const label = { level: LABEL_LEVEL, words: reader.words(node), start, end: answerStart, line };
    return { label, children: answer.children };
  });
}
function isLabel(nodes, at, reader) {
  const [before, node, after] = [nodes[at - 1], nodes[at], nodes[at + 1]];
  if (node === void 0 || !reader.isBold(node)) return false;
  const beginsLine = before === void 0 || reader.isBreak(before) || LINE_END.test(reader.text(before) ?? "");
  const words = reader.words(node);
  const next = after === void 0 ? "\n" : reader.text(after) ?? (reader.isBreak(after) ? "\n" : "");
  const isMeant = COLON_AT_END.test(words) || COLON.test(next) || /^\s*\n/u.test(next);
  return beginsLine && isMeant && fieldOf(words) !== void 0;
}
function withoutColon(nodes, reader) {
  const [first, ...others] = nodes;
  if (first === void 0) return { children: [] };
  const bare = reader.withText(first, (text) => text.replace(COLON, ""));
  const children = [bare, ...others];
  const [next, ...behind] = reader.text(bare)?.trim() === "" ? others : children;
  return next !== void 0 && reader.isBreak(next) ? { children: behind, lineBreak: next } : { children };
}

// src/request/body/odd-markdown.ts
var isOddComment = (html) => /^<!--(?:-?>|[\s\S]*?--(?!>))/u.test(html);
var isOddDeclaration = (html) => /^<![a-z]/iu.test(html) && !/^<![A-Z]+\s[^>]*>/u.test(html);
var isOddBlock = (html) => /^<(?:pre|script|style)\b/iu.test(html) && /<\/textarea>/iu.test(html) && !/<\/(?:pre|script|style)>/iu.test(html);
var isOddDefinition = (written) => /^\[[^\]]+\]:\s*[^\s<]*[()]/u.test(written);

// src/request/body/plain.ts
function isPlain(node, source, allowsCode) {
  const arePlain = (children) => children.every((each) => isPlain(each, source, allowsCode));
  switch (node.type) {
    case "paragraph": {
      const { start, end } = (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(node);
      return !isOddDefinition(source.slice(start, end)) && arePlain(node.children);
    }
    case "heading":
    case "list":
    case "blockquote":
    case "emphasis":
    case "strong":
    case "delete":
    case "tableCell":
      return arePlain(node.children);
    case "listItem":
      return node.checked !== false && !hasUnclearBox(node, source) && arePlain(node.children);
    case "table": {
      const cells = node.children.flatMap((row) => row.children);
      return cells.length === (0,_chunk_6GUYA4FW_js__WEBPACK_IMPORTED_MODULE_1__/* .shownCells */ .D)(node).flat().length && arePlain(cells);
    }
    case "break":
    case "thematicBreak":
      return true;
    case "text":
      return !hidesCharacters(node.value) && node.value.search(MATH) < 0;
    case "inlineCode":
      return !isDollarMath(node, source) && !hidesCharacters(node.value);
    case "code":
      return allowsCode && !node.meta && !isDiagram(node.lang) && !hidesCharacters(node.value + node.lang);
    case "link":
      return !node.title && (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .wordsOf */ .Z9)(node) !== "" && !hidesCharacters(node.url) && arePlain(node.children);
    default:
      return false;
  }
}
var BLOCK_BEHIND_BOX = /^(?:\[[^\]]*\]:|[^\n]*\n(?=[^\n]*[|:])[ \t>|:-]*-[ \t>|:-]*(?:\n|$))/u;
var BOX = /^(?:[-+*]|\d{1,9}[.)])\s+\[[ x]\]\s/iu;
function wordsStart(item, source) {
  const { start, end } = (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(item);
  const box = typeof item.checked === "boolean" ? BOX.exec(source.slice(start, end)) : void 0;
  if (box) return start + box[0].length;
  const [first] = item.children;
  return first ? (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(first).start : end;
}
var hasUnclearBox = (item, source) => typeof item.checked === "boolean" && BLOCK_BEHIND_BOX.test(source.slice(wordsStart(item, source), (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(item).end));
var hidesCharacters = (text) => (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutNeedlessInvisible */ .jh)(text) !== text;
function isDollarMath(node, source) {
  const { start, end } = (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(node);
  return source[start - 1] === "$" && source[end] === "$";
}

// src/request/body/written.ts
function holdsHtml(node) {
  if (node.type === "inlineMath") return holdsTag(node);
  return node.type === "html" || "children" in node && node.children.some(holdsHtml);
}
function readWritten(root, source) {
  const byHeadings = partsOf(piecesOf(root, source, false), source.length);
  const parts = byHeadings.fields.length > 0 ? byHeadings : partsOf(piecesOf(root, source, true), source.length);
  const plain = parts.fields.filter((part) => isPlainPart(part, source)).map((part) => ({ ...part, answer: answerOf(part, source) }));
  return {
    answers: { ...emptyAnswers, ...summaryOf(parts, _chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .wordsOf */ .Z9), answers: plain.map(({ answer }) => answer) },
    everyFieldIsPlain: plain.length === parts.fields.length,
    plain
  };
}
function summaryOf({ above, fields, others, headings }, words) {
  const inQuestions = fields.flatMap(({ field, within }) => field === "questions" ? within : []);
  const notRead = [...others, ...inQuestions].toSorted((a, b) => a.start - b.start);
  return {
    headings: headings.map((heading) => heading.words).filter(Boolean),
    notRead: notRead.map(({ words: words2, line }) => words2 || `without words (line ${line})`),
    above: above.some((block) => words(block) !== "")
  };
}
function piecesOf(root, source, withLabels) {
  return root.children.flatMap((block) => {
    if (block.type === "heading") {
      const words = (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)((0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .wordsOf */ .Z9)(block));
      return [{ block, heading: { level: block.depth, words, ...(0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(block) } }];
    }
    if (!withLabels || block.type !== "paragraph") return [{ block }];
    return splitAtLabels(block.children, READER, source).flatMap(({ label, children }) => [
      ...label ? [{ block, heading: label }] : [],
      { block: { type: "paragraph", children: [...children] } }
    ]);
  });
}
var READER = {
  isBold: (node) => node.type === "strong",
  isBreak: (node) => node.type === "break",
  text: (node) => node.type === "text" ? node.value : void 0,
  words: (node) => (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)((0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .wordsOf */ .Z9)(node)),
  range: _chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t,
  withText: (node, change) => node.type === "text" ? { ...node, value: change(node.value) } : node
};
var QUESTION_BLOCKS = ["paragraph", "list", "heading", "thematicBreak"];
function isPlainPart({ field, blocks, heading, end }, source) {
  if (hidesCharacters(source.slice(heading.end, end))) return false;
  const fits = field !== "questions" || blocks.every(({ type }) => QUESTION_BLOCKS.includes(type));
  return fits && blocks.every((block) => isPlain(block, source, field === "context"));
}
function answerOf({ field, blocks, heading, end }, source) {
  const value = field === "questions" ? questionsValue(blocks.flatMap((block) => questionsOf(block, heading.end, source))) : textValue(field, source.slice(heading.end, end));
  return { field, line: heading.line, value };
}
function questionsOf(block, from, source) {
  if (block.type === "list")
    return block.children.map((item) => (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(source.slice(wordsStart(item, source), (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(item).end)));
  if (block.type !== "paragraph") return [];
  const [first, last] = [block.children[0] ?? {}, block.children.at(-1) ?? {}];
  return (0,_chunk_IQNDEVDA_js__WEBPACK_IMPORTED_MODULE_2__/* .listItems */ .D)(source.slice(Math.max((0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(first).start, from), (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(last).end));
}
var FENCE = /^ {0,3}(`{3,}|~{3,})/u;
function openCodeIn(root, source) {
  const last = root.children.at(-1);
  if (last?.type !== "code") return void 0;
  const { start, end, line } = (0,_chunk_3F2565EN_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$t)(last);
  const written = source.slice(start, end);
  const fence = FENCE.exec(written)?.[1];
  if (fence === void 0) return void 0;
  const closing = new RegExp(`\\n {0,3}${fence}${fence[0]}*[ \\t]*$`, "u");
  return closing.test(written) ? void 0 : line;
}




/***/ }),

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




/***/ })

};
