export const id = 390;
export const ids = [390];
export const modules = {

/***/ 390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readSessionFile: () => (/* binding */ readSessionFile)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(995);
/* harmony import */ var _chunk_4CAFETZU_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(325);
/* harmony import */ var _chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(453);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(303);
/* harmony import */ var _chunk_HSS54IDV_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(183);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;




// src/request/yaml.ts
var MAX_CHARACTERS = 1e5;
var DEEP = /(?:[[{][^[\]{}]*){64}/u;
var CLOSED = /(?:[\]}][^[\]{}]*){64}/u;
async function parseYaml(text) {
  const { LineCounter, parseDocument, visit } = await __webpack_require__.e(/* import() */ 735).then(__webpack_require__.bind(__webpack_require__, 735));
  const lineCounter = new LineCounter();
  const tooMuch = text.length > MAX_CHARACTERS || DEEP.test(text) || CLOSED.test(text);
  const document = parseDocument(tooMuch ? "" : text, { ...OPTIONS, lineCounter });
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line;
  const found = tooMuch ? { message: "the front matter is longer or more deeply nested than a session needs", offset: 0 } : await forbidden(document) ?? unreadable(document);
  return {
    root: document.contents,
    plain: (node) => node?.toJS(document),
    lineOf: (node) => lineAt(node?.range?.[0]),
    cutBy(node) {
      const texts = [];
      const collect = (_, scalar) => void texts.push(scalar);
      if (node !== null) visit(node, { Scalar: collect });
      const comments = texts.map((scalar) => ({
        at: lineAt(scalar.range?.[0]),
        comment: commentBehind(scalar, text)
      }));
      return comments.find(({ comment }) => comment !== "");
    },
    problem: found && { at: lineAt(found.offset), message: found.message }
  };
}
function commentBehind({ type, range }, text) {
  if (type !== "PLAIN" || !range) return "";
  return /^[ \t]+(#.*)/u.exec(text.slice(range[1]))?.[1] ?? "";
}
var OPTIONS = {
  version: "1.2",
  resolveKnownTags: false,
  customTags: (tags) => tags.filter((tag) => typeof tag === "string" || !/:(?:int|float)$/u.test(tag.tag)),
  // If it were silent, the parser would drop a second document.
  logLevel: "error"
};
async function forbidden(document) {
  const { isScalar, visit } = await __webpack_require__.e(/* import() */ 735).then(__webpack_require__.bind(__webpack_require__, 735));
  let found;
  const stop = (message, node) => {
    found = { message, offset: node.range?.[0] };
    return visit.BREAK;
  };
  const stopAtMisread = (node) => {
    const misread = anchorOrTag(node);
    return misread === void 0 ? void 0 : stop(`YAML takes ${misread} and leaves it out`, node);
  };
  visit(document, {
    Collection: (_, node) => stopAtMisread(node),
    Alias: (_, node) => stop(`YAML takes ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(`*${node.source}`)} for an alias, and aliases are not read`, node),
    Pair: (_, { key }) => key === null || isScalar(key) ? void 0 : stop("a key must be a name, such as goal", key),
    Scalar: (_, node) => {
      const isCut = node.comment && /^\S/u.test(node.comment);
      return isCut ? stop(`YAML takes ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(`#${node.comment}`)} for a comment and leaves it out`, node) : stopAtMisread(node);
    }
  });
  return found;
}
function anchorOrTag({ anchor, tag }) {
  if (anchor) return `${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(`&${anchor}`)} for an anchor`;
  return tag ? `${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(tag.replace("tag:yaml.org,2002:", "!!"))} for a tag` : void 0;
}
function unreadable({ errors: [error] }) {
  const message = error?.code === "DUPLICATE_KEY" ? "this key is set twice" : "this cannot be read as YAML";
  return error && { message, offset: error.pos[0] };
}

// src/request/session-file.ts
var UNTIL = "until";
var KEYS = new Map(
  _chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldNames */ .pi.filter((name) => name !== "context").flatMap((name) => [(0,_chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_2__/* .kebabCase */ .kW)(name), (0,_chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_2__/* .snakeCase */ .LW)(name)].map((key) => [key, name]))
);
var TITLE = /\{\{\s*title\s*\}\}/u;
async function readSessionFile(text, { path, placeholders, ...today }, findings) {
  const lines = text.split(/\r\n|\r|\n/u);
  const start = lines.findIndex((each) => each.trim() !== "");
  const end = lines.findIndex((each, index) => index > start && /^(?:---|\.\.\.)\s*$/u.test(each));
  const begins = /^---\s*$/u.test(lines[start] ?? "");
  if (end < 0 || !begins) {
    const form = (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`a session file starts with a line ---, then fields such as goal: Agree on two changes, then another line ---`;
    findings.problem(
      begins ? (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${path}, line ${start + 1}: the front matter that begins here is never closed, but ${form}.` : (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${path} has no front matter, but ${form}.`
    );
    return { fields: {}, until: void 0, topicIsTitle: false };
  }
  const report = (at, problem) => findings.problem((0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${path}, line ${at}: ${problem}`);
  const fill = (given, at, where) => (0,_chunk_4CAFETZU_js__WEBPACK_IMPORTED_MODULE_1__/* .fillPlaceholders */ .Ct)(given, placeholders, (problem) => report(at, (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${where} ${problem}.`));
  const yaml = [...Array(start + 1).fill(""), ...lines.slice(start + 1, end)].join("\n");
  const entries = await readFrontMatter(yaml, start + 2, report);
  const fields = readEntries(entries, report, fill);
  const until = readUntilEntry(entries, report, today);
  const body = lines.slice(end + 1).map((each, index) => fill(each, end + 2 + index, "the body"));
  const context = body.join("\n").trim();
  const topic = entries.find(({ key }) => KEYS.get(key) === "topic")?.value;
  return {
    fields: context === "" ? fields : { ...fields, context },
    until,
    topicIsTitle: typeof topic === "string" && TITLE.test(topic)
  };
}
var YAML_HINT = "In YAML, text with a colon or a #, or that starts with one of { [ * & ! | > % @ ` ?, needs quotes. Every quote and bracket must be closed, and lines must be indented with spaces.";
var FREE_TEXT = ["topic", "goal", "critical", "prompt", "questions"];
async function readFrontMatter(text, startsAt, report) {
  const { isMap, isSeq } = await __webpack_require__.e(/* import() */ 735).then(__webpack_require__.bind(__webpack_require__, 735));
  const { root, plain, lineOf, cutBy, problem } = await parseYaml(text);
  if (problem) report(problem.at, (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${problem.message}. ${YAML_HINT}`);
  if (problem || root === null) return [];
  if (!isMap(root)) {
    report(startsAt, (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`the front matter must consist of fields, such as goal: Agree on two changes.`);
    return [];
  }
  return root.items.map(({ key, value: node }) => {
    const value = plain(node);
    const name = String(key.value);
    const field = KEYS.get(name);
    const cut = field && FREE_TEXT.includes(field) && cutBy(node);
    if (cut)
      report(
        cut.at,
        (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`YAML takes ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(cut.comment)} in ${(0,_chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_2__/* .kebabCase */ .kW)(field)} for a comment and leaves it out. Put the text in quotes, or the comment on a line of its own.`
      );
    return {
      key: name,
      value: typeof value === "string" ? value.trim() : value,
      at: lineOf(key),
      itemsAt: isSeq(node) ? node.items.map(lineOf) : []
    };
  });
}
function readEntries(entries, report, fill) {
  const seen = /* @__PURE__ */ new Set();
  const read = entries.map(({ key, value, at, itemsAt }) => {
    const name = KEYS.get(key);
    if (key === UNTIL) return {};
    if (name === void 0) report(at, unknownKey(key));
    if (name === void 0 || (value ?? "") === "") return {};
    if (seen.has(name)) report(at, (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${(0,_chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_2__/* .kebabCase */ .kW)(name)} is set twice.`);
    seen.add(name);
    const isFilled = typeof value === "string" && _chunk_4CAFETZU_js__WEBPACK_IMPORTED_MODULE_1__/* .filledFields */ .So.includes(name);
    return (0,_chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_2__/* .parseField */ .cn)(name, isFilled ? fill(value, at, name) : value, (problem, item) => {
      if (item === void 0) report(at, (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${key} ${problem}.`);
      else report(itemsAt[item] ?? at, (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${key} item ${item + 1} ${problem}.`);
    });
  });
  return Object.assign({}, ...read);
}
function readUntilEntry(entries, report, today) {
  const { value, at = 0 } = entries.find(({ key }) => key === UNTIL) ?? {};
  if ((value ?? "") === "") return void 0;
  const until = (0,_chunk_4CAFETZU_js__WEBPACK_IMPORTED_MODULE_1__/* .readUntil */ .LC)(value, today);
  if (!(until instanceof _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .Line */ .N1)) return until;
  report(at, (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${UNTIL} ${until}.`);
  return void 0;
}
function unknownKey(key) {
  if (key === "context")
    return (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`context is not a field here, because the text below the front matter is the context.`;
  const maxDistance = Math.min(4, Math.floor(key.length / 2));
  const nearest = (0,_chunk_4CAFETZU_js__WEBPACK_IMPORTED_MODULE_1__/* .closestMatch */ .h0)(key.toLowerCase(), [...KEYS.keys(), UNTIL], { maxDistance });
  const known = [...Array.from(new Set(KEYS.values()), _chunk_HEEGJHRK_js__WEBPACK_IMPORTED_MODULE_2__/* .kebabCase */ .kW), UNTIL].join(", ");
  return (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(key)} is not a field of a session. ${nearest ? (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`Did you mean ${nearest}?` : (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)`Known fields: ${known}.`}`;
}



/***/ })

};
