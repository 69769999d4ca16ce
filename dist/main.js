import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   FK: () => (/* binding */ headingsIn),
/* harmony export */   Z9: () => (/* binding */ wordsOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(995);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(303);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;

// src/text/headings.ts
function headingsIn(root, source) {
  return root.children.flatMap((node) => {
    if (node.type !== "heading") return [];
    const { start, end, line } = placeOf(node);
    const isUnderlined = source[start] !== "#";
    return [{ level: node.depth, words: wordsOf(node), line, start, end, isUnderlined }];
  });
}
function placeOf({ position }) {
  return {
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
    line: position?.start.line ?? 1,
    column: position?.start.column ?? 1
  };
}
var wordsOf = (node) => (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutNeedlessInvisible */ .jh)(textOf(node)).trim();
function textOf(node) {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(textOf).join("") : "";
}




/***/ }),

/***/ 325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ dateValues),
/* harmony export */   Ct: () => (/* binding */ fillPlaceholders),
/* harmony export */   D_: () => (/* binding */ deadlineInWords),
/* harmony export */   LC: () => (/* binding */ readUntil),
/* harmony export */   MP: () => (/* binding */ pastProblem),
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   OC: () => (/* binding */ dayAt),
/* harmony export */   Pc: () => (/* binding */ hasPassed),
/* harmony export */   Rx: () => (/* binding */ leven),
/* harmony export */   So: () => (/* binding */ filledFields),
/* harmony export */   TG: () => (/* binding */ isSameDeadline),
/* harmony export */   Uh: () => (/* binding */ strayPlaceholders),
/* harmony export */   c: () => (/* binding */ literalPlaceholders),
/* harmony export */   fi: () => (/* binding */ addDays),
/* harmony export */   h0: () => (/* binding */ closestMatch),
/* harmony export */   oA: () => (/* binding */ isoEndOf),
/* harmony export */   v_: () => (/* binding */ dayInWords)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(995);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(303);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;

// node_modules/leven/index.js
var array = [];
var characterCodeCache = [];
function leven(first, second, options) {
  if (first === second) {
    return 0;
  }
  const maxDistance = options?.maxDistance;
  const swap = first;
  if (first.length > second.length) {
    first = second;
    second = swap;
  }
  let firstLength = first.length;
  let secondLength = second.length;
  while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
    firstLength--;
    secondLength--;
  }
  let start = 0;
  while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) {
    start++;
  }
  firstLength -= start;
  secondLength -= start;
  if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) {
    return maxDistance;
  }
  if (firstLength === 0) {
    return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
  }
  let bCharacterCode;
  let result;
  let temporary;
  let temporary2;
  let index = 0;
  let index2 = 0;
  while (index < firstLength) {
    characterCodeCache[index] = first.charCodeAt(start + index);
    array[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start + index2);
    temporary = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
      temporary = array[index];
      result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
    }
    if (maxDistance !== void 0) {
      let rowMinimum = result;
      for (index = 0; index < firstLength; index++) {
        if (array[index] < rowMinimum) {
          rowMinimum = array[index];
        }
      }
      if (rowMinimum > maxDistance) {
        return maxDistance;
      }
    }
  }
  array.length = firstLength;
  characterCodeCache.length = firstLength;
  return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
function closestMatch(target, candidates, options) {
  if (!Array.isArray(candidates) || candidates.length === 0) {
    return void 0;
  }
  const userMax = options?.maxDistance;
  const targetLength = target.length;
  for (const candidate of candidates) {
    if (candidate === target) {
      return candidate;
    }
  }
  if (userMax === 0) {
    return void 0;
  }
  let best;
  let bestDist = Number.POSITIVE_INFINITY;
  const seen = /* @__PURE__ */ new Set();
  for (const candidate of candidates) {
    if (seen.has(candidate)) {
      continue;
    }
    seen.add(candidate);
    const lengthDiff = Math.abs(candidate.length - targetLength);
    if (lengthDiff >= bestDist) {
      continue;
    }
    if (userMax !== void 0 && lengthDiff > userMax) {
      continue;
    }
    const cap = Number.isFinite(bestDist) ? userMax === void 0 ? bestDist : Math.min(bestDist, userMax) : userMax;
    const distance = cap === void 0 ? leven(target, candidate) : leven(target, candidate, { maxDistance: cap });
    if (userMax !== void 0 && distance > userMax) {
      continue;
    }
    let actualD = distance;
    if (cap !== void 0 && distance === cap && cap === userMax) {
      actualD = leven(target, candidate);
    }
    if (actualD < bestDist) {
      bestDist = actualD;
      best = candidate;
      if (bestDist === 0) {
        break;
      }
    }
  }
  if (userMax !== void 0 && bestDist > userMax) {
    return void 0;
  }
  return best;
}

// src/request/calendar.ts
var DAY_MS = 864e5;
function dayAt(time, timezone) {
  return dayIn(timezone)(time);
}
function addDays(day, count) {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}
function isDay(text) {
  const time = /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
function hasPassed({ until, timezone }, now) {
  return dayAt(now, timezone) > until;
}
function isSameDeadline(one, other) {
  return one.until === other?.until && one.timezone === other.timezone;
}
function endOf({ until, timezone }) {
  const day = dayIn(timezone);
  let before = Date.parse(until) - DAY_MS;
  let after = Date.parse(until) + 2 * DAY_MS;
  while (after - before > 1e3) {
    const middle = before + Math.floor((after - before) / 2e3) * 1e3;
    if (day(middle) > until) after = middle;
    else before = middle;
  }
  return before;
}
function isoEndOf(deadline) {
  return new Date(endOf(deadline)).toISOString();
}
var WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
var MONTHS = "January February March April May June July August September October November December".split(
  " "
);
function dayInWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${MONTHS[Number(month) - 1]} ${date}, ${year}`;
}
function deadlineInWords({ until, timezone }) {
  return `${WEEKDAYS[new Date(until).getUTCDay()]}, ${dayInWords(until)} (${timezone})`;
}
function dayIn(timeZone) {
  if (timeZone === "UTC") return (time) => new Date(time).toISOString().slice(0, 10);
  const parts = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" };
  const format = new Intl.DateTimeFormat("en-CA", parts);
  return (time) => format.format(time);
}

// src/request/placeholders.ts
var filledFields = ["topic", "goal", "critical"];
var NAMES = ["date", "week", "month", "tag", "title", "number", "repository"];
var PLACEHOLDER = /(\\?)\{\{([^{}]*)\}\}/gu;
var isName = (name) => NAMES.some((each) => each === name);
function isMeant(name) {
  const plain = name.toLowerCase();
  const isStart = plain.length > 2 && NAMES.some((each) => each.startsWith(plain));
  const maxDistance = plain.length > 4 ? 2 : 1;
  return isStart || plain.length > 2 && closestMatch(plain, NAMES, { maxDistance }) !== void 0;
}
function fillPlaceholders(text, values, report) {
  return text.replace(PLACEHOLDER, (found, backslash, inner) => {
    const name = inner.trim();
    if (backslash !== "" || !isMeant(name)) return withoutBackslash(found, name);
    const value = isName(name) ? values[name] : void 0;
    const why = value === "" ? "for which this run has no value" : `which is not one of ${NAMES.join(", ")}`;
    if (!value) report(`contains the placeholder ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(found)}, ${why}`);
    return value ?? "";
  });
}
var literalPlaceholders = (text) => text.replace(PLACEHOLDER, (found, _, inner) => withoutBackslash(found, inner.trim()));
var withoutBackslash = (found, name) => found.startsWith("\\") && isMeant(name) ? found.slice(1) : found;
function strayPlaceholders(text, event) {
  const ours = Array.from(
    text.matchAll(PLACEHOLDER),
    ([found, backslash, inner = ""]) => backslash === "" && isMeant(inner.trim()) ? found : ""
  );
  return ours.filter((each) => each !== "" && !event?.title?.includes(each) && !event?.body?.includes(each));
}
function dateValues(now, timeZone) {
  const date = dayAt(now, timeZone);
  return { date, week: isoWeek(date), month: date.slice(0, 7) };
}
function isoWeek(date) {
  const thursday = new Date(date);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 864e5)) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

// src/request/until.ts
var MAX_DAYS = 366;
var EXAMPLES = "give a date such as 2026-12-04, or a number of days such as 3 days";
function readUntil(given, { today, timezone }) {
  const text = typeof given === "string" ? given : "";
  const isFar = (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)`is ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, which is over a year away; give a date up to ${addDays(today, MAX_DAYS)}`;
  const days = /^(\d{1,9}) ?days?$/iu.exec(text)?.[1];
  if (days !== void 0) {
    if (Number(days) > MAX_DAYS) return isFar;
    const deadline = { until: addDays(today, Number(days)), timezone };
    return { deadline, isDuration: true, isPast: false };
  }
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)`is ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(given)}; ${EXAMPLES}`;
  if (!isDay(text)) return (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)`is ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, a date that does not exist; ${EXAMPLES}`;
  if (text > addDays(today, MAX_DAYS)) return isFar;
  return { deadline: { until: text, timezone }, isDuration: false, isPast: text < today };
}
function pastProblem(until) {
  if (!until?.isPast) return void 0;
  const { deadline, where } = until;
  return (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)`The deadline ${dayInWords(deadline.until)} (${where}) has passed, so nobody could take part in time. Give a later date, or a number of days such as 3 days.`;
}




/***/ }),

/***/ 303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   N1: () => (/* binding */ Line),
/* harmony export */   OT: () => (/* binding */ withoutInvisible),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   UV: () => (/* binding */ firstLines),
/* harmony export */   ZV: () => (/* binding */ formatNumber),
/* harmony export */   cT: () => (/* binding */ joinLines),
/* harmony export */   ek: () => (/* binding */ visibleProse),
/* harmony export */   f6: () => (/* binding */ withoutStop),
/* harmony export */   jh: () => (/* binding */ withoutNeedlessInvisible),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   sY: () => (/* binding */ uncut),
/* harmony export */   xv: () => (/* binding */ truncate),
/* harmony export */   yy: () => (/* binding */ visibleCode)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)

// src/text/characters.ts
var CONTROLS = String.raw`\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069`;
var DIRECTION_MARKS = String.raw`\u061c\u200e\u200f`;
var IN_PROSE = new RegExp(`[${CONTROLS}]`, "gu");
var IN_A_LINE = new RegExp(`[${CONTROLS}${DIRECTION_MARKS}]`, "gu");
var JOINING_SCRIPTS = "Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr".split(" ").map((script) => String.raw`\p{scx=${script}}`).join("");
var SHAPING = [
  String.raw`(?<=\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]?)\u200d(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]`,
  String.raw`(?<=[\d#*])\ufe0f(?=\u20e3)`,
  String.raw`(?<=\p{scx=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
  String.raw`(?<=(?=[\p{L}\p{M}])[${JOINING_SCRIPTS}])[\u200c\u200d](?![\u200c\u200d])`,
  String.raw`(?<=\p{scx=Mong})[\u180b-\u180d\u180f]`
].join("|");
var INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}`;
var IN_CODE = new RegExp(`${SHAPING}|(?![\\t\\n])([${CONTROLS}${INVISIBLE}])`, "gu");
var visible = (text) => text.toWellFormed().replace(IN_A_LINE, marked);
var visibleProse = (text) => text.toWellFormed().replace(IN_PROSE, marked);
var visibleCode = (text) => text.toWellFormed().replace(IN_CODE, (found, hidden) => hidden === void 0 ? found : marked(hidden));
var NEEDLESS = new RegExp(`${SHAPING}|[${DIRECTION_MARKS}]|(${INVISIBLE})`, "gu");
var withoutNeedlessInvisible = (text) => text.replace(NEEDLESS, (found, hidden) => hidden === void 0 ? found : "");
var withoutInvisible = (text) => text.replace(new RegExp(INVISIBLE, "gu"), "").trim();
function marked(character) {
  if (character < " ") return String.fromCharCode(9216 + character.charCodeAt(0));
  if (character === "\x7F") return "\u2421";
  return `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}>`;
}

// src/text/line.ts
var MAX_SHOWN_CHARACTERS = 500;
var MAX_DROPPED_CHARACTERS = 40;
var trust;
var Line = class _Line {
  static {
    trust = (text) => new _Line(text);
  }
  text;
  /** Keeps other types that have a `text` from passing for this one. */
  printable = true;
  constructor(text) {
    this.text = text;
  }
};
function line(words, ...values) {
  const shown = values.map((value) => value instanceof Line ? value.text : plain(String(value)));
  return trust(defuse(String.raw({ raw: words }, ...shown)));
}
function uncut(text) {
  return trust(plain(text, Number.POSITIVE_INFINITY));
}
function joinLines(lines, separator = " ") {
  return trust(lines.map((each) => each.text).join(separator));
}
function plain(value, max = MAX_SHOWN_CHARACTERS) {
  return defuse(visible(truncate(value, max, { ending: "length" })));
}
function truncate(text, max, { ending = "ellipsis" } = {}) {
  if (text.length <= max) return text;
  switch (ending) {
    case "ellipsis":
      return `${beginningOf(text, max - 1)}\u2026`;
    case "length":
      return `${beginningOf(text, max)}\u2026 (cut, ${formatNumber(text.length)} characters in all)`;
    case "none":
      return beginningOf(text, max);
  }
}
function beginningOf(text, max) {
  const end = new Intl.Segmenter().segment(text.slice(0, max + 2)).containing(max)?.index ?? max;
  const start = Math.max(0, end - MAX_DROPPED_CHARACTERS);
  const gap = text.slice(start, end + 1).search(/\s\S*$/u);
  return text.slice(0, gap < 0 ? end : start + gap).trimEnd();
}
function defuse(text) {
  return text.replace(/^(\s*):(?=:)/u, "$1: ").replaceAll("##[", "## [");
}
var formatNumber = (count) => String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
var formatCount = (count, what) => `${formatNumber(count)} ${what}${count === 1 ? "" : "s"}`;
var withoutStop = (message) => message.trim().replace(/\.$/u, "");
var quoted = (value) => {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "a mapping";
  return `"${plain(String(value), 80)}"`;
};
var MAX_LINES = 2e3;
var MAX_OPENINGS = 100;
function firstLines(text) {
  const whole = text.replace(/\r\n?/gu, "\n");
  const lines = whole.split("\n", MAX_LINES).join("\n");
  const kept = lines.slice(0, Array.from(lines.matchAll(/<[!?]/gu))[MAX_OPENINGS]?.index);
  const last = kept.split("\n").length + (whole[kept.length] === "\n" ? 1 : 0);
  return { text: kept, unreadFrom: kept === whole ? void 0 : last };
}
var oneLine = (text) => text.replace(/[\s\u0085]+/gu, " ").trim();




/***/ }),

/***/ 27:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Fb: () => (/* binding */ LINE_BREAK),
/* harmony export */   MZ: () => (/* binding */ phrase),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   lS: () => (/* binding */ raw),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   mg: () => (/* binding */ prefixLines),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   t$: () => (/* binding */ stack)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(995);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(303);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;

// src/text/escapes.ts
var GAP = "\u200B";
var backslash = (found) => `\\${found}`;
var gapAfter = (found) => found + GAP;
var markdownOnly = (pattern, replaced) => ({
  pattern,
  inHtml: false,
  replaced
});
var anywhere = (pattern, replaced) => ({
  pattern,
  inHtml: true,
  replaced
});
var ESCAPES = [
  // Escape, hard break.
  markdownOnly(/\\(?=[!-/:-@[-`{-~]|$)/g, backslash),
  // Character reference.
  anywhere(/&(?=#|\w\w|\w?$)/g, () => "&amp;"),
  // HTML, autolink.
  anywhere(/</g, () => "&lt;"),
  // Address, emoji code.
  anywhere(/:(?=\/\/|[\w+-]+(?::|$))/g, gapAfter),
  // Alert, task box.
  anywhere(/\[(?=!|[ x](?:\]|$))/gi, gapAfter),
  // Emphasis, code, strikethrough, table, link, list.
  markdownOnly(/[*`~|[\]]/g, backslash),
  // List, underline, quotation, command, footnote, table.
  markdownOnly(/^(?=[-+=>/!^]|:-|\d{1,9}[.)](?:\s|$))/, gapAfter),
  // Emphasis.
  markdownOnly(/_(?<![a-z0-9]_)|_(?![a-z0-9])/gi, backslash),
  // Image, where a link follows.
  markdownOnly(/!$/, gapAfter),
  // Mention, reference, mail address, heading.
  anywhere(/[@#]/g, gapAfter),
  // Reference.
  anywhere(/gh-(?<![a-z0-9]gh-)/gi, gapAfter),
  // Address.
  anywhere(/www(?=\.|$)/gi, gapAfter),
  // Commit.
  anywhere(/(?<![a-z0-9])[0-9a-f]{7,}(?![a-z0-9])/gi, (found) => found.replace(/.{6}(?=.)/g, gapAfter)),
  // Math. A parser that pairs dollars respects the backslash. GitHub's filter pairs them in the rendered text, but
  // only within an element: an own one is what GitHub's docs (and MathJax's) ask for, while U+200B beside a
  // dollar is not told of.
  markdownOnly(/\$/g, () => "<span>\\$</span>")
];
var HTML_ESCAPES = [
  ...ESCAPES.filter(({ inHtml }) => inHtml),
  anywhere(/\$/g, () => "<span>$</span>")
];
var escapeMarkdown = (text) => escapeBy(ESCAPES, text);
var escapeHtml = (text) => escapeBy(HTML_ESCAPES, text);
var escapeBy = (escapes, text) => escapes.reduce((shown, { pattern, replaced }) => shown.replace(pattern, replaced), text);

// src/text/markdown.ts
var HARD_BREAK = `  
${GAP}`;
var LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/u;
var IN_ADDRESS = String.raw`[^\s\p{C}\p{Default_Ignorable_Code_Point}<>"\x60|\\^{}()]`;
var IN_BRACKETS = String.raw`\(${IN_ADDRESS}*\)`;
var OPEN_BRACKET = String.raw`\((?!${IN_ADDRESS}*\))`;
var WEB_ADDRESS = String.raw`\b(?:https?://|www\.(?=\w))(?:${IN_ADDRESS}|${IN_BRACKETS}|${OPEN_BRACKET})*(?:(?![.,:;!?'*_~[\]])${IN_ADDRESS}|${IN_BRACKETS})`;
var trust;
var Markdown = class _Markdown {
  static {
    trust = (text) => new _Markdown(text);
  }
  text;
  /** Keeps other types that have a `text`, a log's line say, from passing for this one. */
  safe = true;
  constructor(text) {
    this.text = text;
  }
};
function md(words, ...values) {
  const shown = values.map((value, index) => {
    const text = value instanceof Markdown ? value.text : breakLines(escapeMarkdown(tidy(String(value))));
    if (typeof value !== "string") return text;
    const before = index > 0 && words[index] === "" ? GAP : "";
    const after = /^\d+$/u.test(text) && words[index + 1]?.match(/^[.)]/u) ? GAP : "";
    return before + text + after;
  });
  return trust(String.raw({ raw: words }, ...shown));
}
var prose = (text) => phrase([text]);
var STAND_INS = { strong: "\uFDD0", emphasis: "\uFDD1", delete: "\uFDD2", code: "\uFDD3" };
var SIGNS = /* @__PURE__ */ new Map([
  [STAND_INS.strong, "**"],
  [STAND_INS.emphasis, "*"],
  [STAND_INS.delete, "~~"]
]);
var ADDRESS_OR_CODE = new RegExp(`(${WEB_ADDRESS}|${STAND_INS.code})`, "iu");
function phrase(parts, place = "lines") {
  const codes = parts.flatMap((part) => typeof part === "object" && "code" in part ? part.code : []).values();
  const pieces = tidy(parts.map(standIn).join("")).split(ADDRESS_OR_CODE);
  const written = pieces.map((piece, index) => {
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    if (index % 2 === 0) {
      if (piece === "" && !isFirst && !isLast) return GAP;
      return withSigns(escapeMarkdown(piece), isFirst ? " " : "`", isLast ? " " : "`");
    }
    const span = exactCode(piece === STAND_INS.code ? codes.next().value ?? "" : piece).text;
    return place === "cell" ? withoutCellEnds(span) : span;
  });
  return trust(breakLines(written.join(""), place === "lines" ? HARD_BREAK : `<br>${GAP}`));
}
function withoutCellEnds(span) {
  return span.replaceAll(
    /(\\*)\|/gu,
    (_, before) => `${before}${before.length % 2 === 0 ? "" : GAP}\\|`
  );
}
function standIn(part) {
  if (typeof part === "string") return part.replace(/[\ufdd0-\ufdef]/gu, "");
  return "code" in part ? STAND_INS.code : STAND_INS[part.sign];
}
function withSigns(text, before, after) {
  const whole = before + text + after;
  return text.replaceAll(/[\ufdd0-\ufdd2]/gu, (sign, at) => {
    const last = whole.charAt(at + before.length - 1);
    const next = whole.charAt(at + before.length + 1);
    const begins = last === " " && /[^\s\ufdd0-\ufdd2]/u.test(next);
    const ends = /[^\s\ufdd0-\ufdd2]/u.test(last) && /\s/u.test(next);
    const endsWord = /[\p{L}\p{N}]/u.test(last) && /[.,;:!?)]/u.test(next);
    const mark = SIGNS.get(sign) ?? "";
    return begins || ends || endsWord ? mark : GAP + mark + GAP;
  });
}
var html = (text) => trust(escapeHtml(onOneLine(text)));
function link(text, url) {
  if (!url) return md`${onOneLine(text)}`;
  const destination = new URL(url).href.replace(/&(?=#?\w+;)/gu, "&amp;").replace(/[\\()<>|]/gu, "\\$&");
  return trust(`[${escapeMarkdown(onOneLine(text))}](${destination})`);
}
var code = (text) => exactCode(onOneLine(text));
function exactCode(text) {
  const shown = (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleCode */ .yy)(text).replaceAll("\n", "\u240A");
  const fence = "`".repeat(longestRun(shown) + 1);
  const isPadded = shown.startsWith(" ") && shown.endsWith(" ") && shown.trim() !== "";
  const pad = isPadded || /^`|`$/u.test(shown) ? " " : "";
  return trust(shown === "" ? "" : fence + pad + shown + pad + fence);
}
var LINE_BREAK = trust(HARD_BREAK);
function prefixLines(block, before, first = before) {
  return trust(block.text === "" ? "" : first + block.text.replaceAll("\n", `
${before}`));
}
function codeBlock(text, language = "") {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  const lines = text.split(LINE_ENDS).map((each) => each.split("	").map(_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleProse */ .ek).join("	"));
  return trust([fence + language, ...lines, fence].join("\n"));
}
function stack(parts, between = "\n\n") {
  const texts = parts.map((part) => part instanceof Markdown ? part.text : "");
  return trust(texts.filter((text) => text !== "").join(between));
}
function raw(markdown) {
  return trust(markdown.toWellFormed().trim());
}
var breakLines = (text, lineBreak = HARD_BREAK) => text.replaceAll("\n", lineBreak);
function tidy(text) {
  const lines = text.split(LINE_ENDS).map((each) => (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleProse */ .ek)(each.replaceAll("	", " ")).trim());
  return lines.filter((each) => each !== "").join("\n");
}
var onOneLine = (text) => tidy(text).replaceAll("\n", " ");
var longestRun = (text) => (text.match(/`+/gu) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);




/***/ }),

/***/ 167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ HttpClient),
/* harmony export */   _y: () => (/* binding */ restEndpointMethods),
/* harmony export */   hd: () => (/* binding */ fetch),
/* harmony export */   ud: () => (/* binding */ paginateRest)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)

// scripts/build/unused.ts
async function refuse() {
  throw new Error("Not in this bundle: requests go through src/http/fetch.ts.");
}
var fetch = refuse;
var HttpClient = class {
  getAgent() {
  }
  getAgentDispatcher() {
  }
};
var paginateRest = () => ({});
var restEndpointMethods = () => ({});




/***/ }),

/***/ 453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ _enum),
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   Fk: () => (/* binding */ _regex),
/* harmony export */   Fs: () => (/* binding */ pipe),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Jh: () => (/* binding */ apiBody),
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   LW: () => (/* binding */ snakeCase),
/* harmony export */   NC: () => (/* binding */ _positive),
/* harmony export */   Wh: () => (/* binding */ int),
/* harmony export */   X$: () => (/* binding */ extend2),
/* harmony export */   YO: () => (/* binding */ array),
/* harmony export */   YP: () => (/* binding */ refine),
/* harmony export */   Yj: () => (/* binding */ string2),
/* harmony export */   Zm: () => (/* binding */ _lte),
/* harmony export */   cl: () => (/* binding */ nullish2),
/* harmony export */   cn: () => (/* binding */ parseField),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   kW: () => (/* binding */ kebabCase),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   m9: () => (/* binding */ _minLength),
/* harmony export */   me: () => (/* binding */ nullable),
/* harmony export */   nb: () => (/* binding */ _catch),
/* harmony export */   pd: () => (/* binding */ transform),
/* harmony export */   pi: () => (/* binding */ fieldNames),
/* harmony export */   qm: () => (/* binding */ _gte),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   xL: () => (/* binding */ safeParse),
/* harmony export */   yt: () => (/* binding */ sessionFields),
/* harmony export */   zM: () => (/* binding */ boolean2)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(995);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(303);
/* harmony import */ var _chunk_HSS54IDV_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(183);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;


// src/text/names.ts
function kebabCase(name) {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
function snakeCase(name) {
  return kebabCase(name).replaceAll("-", "_");
}

// node_modules/zod/v4/core/util.js
var util_exports = {};
(0,_chunk_HSS54IDV_js__WEBPACK_IMPORTED_MODULE_2__/* .__export */ .VA)(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object2, key, getter) {
  let value = void 0;
  Object.defineProperty(object2, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object2, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
  if (!path)
    return obj;
  return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless) {
    return false;
  }
  if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
    return false;
  }
  try {
    const F = Function;
    new F("");
    return true;
  } catch (_) {
    return false;
  }
});
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
var getParsedType = (data) => {
  const t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      if (Array.isArray(data)) {
        return "array";
      }
      if (data === null) {
        return "null";
      }
      if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
        return "promise";
      }
      if (typeof Map !== "undefined" && data instanceof Map) {
        return "map";
      }
      if (typeof Set !== "undefined" && data instanceof Set) {
        return "set";
      }
      if (typeof Date !== "undefined" && data instanceof Date) {
        return "date";
      }
      if (typeof File !== "undefined" && data instanceof File) {
        return "file";
      }
      return "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
};
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
var primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name = "partial") {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a2;
    (_a2 = iss).path ?? (_a2.path = []);
    iss.path.unshift(path);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a2;
  for (let i = start; i < issues.length; i++) {
    (_a2 = issues[i]).schema ?? (_a2.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a2;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a2 = iss).schema ?? (_a2.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count--;
      i++;
    }
  }
  return count;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
function base64ToUint8Array(base64) {
  const binaryString = atob(base64);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
  const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base64.length % 4) % 4);
  return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
  const cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
var Class = class {
  constructor(..._args) {
  }
};
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
// @__NO_SIDE_EFFECTS__
function derived(computes, table) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer2, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name)) {
      return;
    }
    inst._zod.traits.add(name);
    initializer2(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name);
    }
  });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
var $ZodEncodeError = class extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`);
    this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = () => this.message;
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
};
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});

// node_modules/zod/v4/core/parse.js
var _parse = (_Err) => {
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var parse = /* @__PURE__ */ _parse($ZodRealError);
var _parseAsync = (_Err) => {
  const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var parseAsync = /* @__PURE__ */ _parseAsync($ZodRealError);
var _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var safeParse = /* @__PURE__ */ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
  let error;
  return {
    success: false,
    get error() {
      if (!error) {
        error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error;
    },
    set error(e) {
      error = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var safeParseAsync = /* @__PURE__ */ _safeParseAsync($ZodRealError);

// node_modules/zod/v4/core/regexes.js
var anyString = /^[\s\S]{0,}$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a2;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a2 = inst._zod).onattach ?? (_a2.onattach = []);
});
var _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a2;
  $ZodCheck.init(inst, def);
  (_a2 = inst._zod.def).when ?? (_a2.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
    if (length >= def.minimum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a2, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a2 = inst._zod).check ?? (_a2.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a2;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks.length === 0) {
    (_a2 = inst._zod).deferred ?? (_a2.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse2 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse2(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item2 = input[i];
      const result = def.element._zod.run({
        value: item2,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    };
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result2) => handleOptionalResult(payload, result2));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
      return payload;
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleDefaultResult(result2, def));
    }
    return handleDefaultResult(result, def);
  };
});
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
    }
    return handleCatchResult(payload, result, def, ctx);
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handlePipeResult(right2, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) {
      return left.then((left2) => handlePipeResult(left2, def.out, ctx));
    }
    return handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _positive(params) {
  return /* @__PURE__ */ _gt(0, params);
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}

// node_modules/zod/v4/mini/schemas.js
var ZodMiniType = /* @__PURE__ */ $constructor("ZodMiniType", (inst, def) => {
  if (!inst._zod)
    throw new Error("Uninitialized schema in ZodMiniType.");
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
}, {
  // `with` is an alias for `check`: the same function object, not a wrapper.
  get with() {
    return this.check;
  },
  set with(value) {
    own(this, "with", value);
  },
  parse(data, params) {
    return parse(this, data, params, { callee: this.parse });
  },
  parseAsync(data, params) {
    return parseAsync(this, data, params, { callee: this.parseAsync });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  check(...checks) {
    const def = this.def;
    return this.clone({
      ...def,
      checks: [
        ...def.checks ?? [],
        ...checks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }, { parent: true });
  },
  clone(_def, params) {
    return clone(this, _def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  }
});
var ZodMiniString = /* @__PURE__ */ $constructor("ZodMiniString", (inst, def) => {
  $ZodString.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string2(params) {
  return _string(ZodMiniString, params);
}
var ZodMiniNumber = /* @__PURE__ */ $constructor("ZodMiniNumber", (inst, def) => {
  $ZodNumber.init(inst, def);
  ZodMiniType.init(inst, def);
});
var ZodMiniNumberFormat = /* @__PURE__ */ $constructor("ZodMiniNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodMiniNumber.init(inst, def);
});
function int(params) {
  return _int(ZodMiniNumberFormat, params);
}
var ZodMiniBoolean = /* @__PURE__ */ $constructor("ZodMiniBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function boolean2(params) {
  return _boolean(ZodMiniBoolean, params);
}
var ZodMiniUnknown = /* @__PURE__ */ $constructor("ZodMiniUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function unknown() {
  return _unknown(ZodMiniUnknown);
}
var ZodMiniNever = /* @__PURE__ */ $constructor("ZodMiniNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
  return _never(ZodMiniNever, params);
}
var ZodMiniArray = /* @__PURE__ */ $constructor("ZodMiniArray", (inst, def) => {
  $ZodArray.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
  return new ZodMiniArray({
    type: "array",
    element,
    ...normalizeParams(params)
  });
}
var ZodMiniObject = /* @__PURE__ */ $constructor("ZodMiniObject", (inst, def) => {
  $ZodObject.init(inst, def);
  ZodMiniType.init(inst, def);
  installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
  const def = {
    type: "object",
    shape: shape ?? {},
    ...normalizeParams(params)
  };
  return new ZodMiniObject(def);
}
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
  return new ZodMiniObject({
    type: "object",
    shape,
    catchall: /* @__PURE__ */ never(),
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function extend2(schema, shape) {
  return extend(schema, shape);
}
var ZodMiniUnion = /* @__PURE__ */ $constructor("ZodMiniUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function union(options, params) {
  return new ZodMiniUnion({
    type: "union",
    options,
    ...normalizeParams(params)
  });
}
var ZodMiniEnum = /* @__PURE__ */ $constructor("ZodMiniEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodMiniType.init(inst, def);
  inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodMiniEnum({
    type: "enum",
    entries,
    ...normalizeParams(params)
  });
}
var ZodMiniLiteral = /* @__PURE__ */ $constructor("ZodMiniLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function literal(value, params) {
  return new ZodMiniLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...normalizeParams(params)
  });
}
var ZodMiniTransform = /* @__PURE__ */ $constructor("ZodMiniTransform", (inst, def) => {
  $ZodTransform.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function transform(fn) {
  return new ZodMiniTransform({
    type: "transform",
    transform: fn
  });
}
var ZodMiniOptional = /* @__PURE__ */ $constructor("ZodMiniOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
  return new ZodMiniOptional({
    type: "optional",
    innerType
  });
}
var ZodMiniNullable = /* @__PURE__ */ $constructor("ZodMiniNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
  return new ZodMiniNullable({
    type: "nullable",
    innerType
  });
}
// @__NO_SIDE_EFFECTS__
function nullish2(innerType) {
  return /* @__PURE__ */ optional(/* @__PURE__ */ nullable(innerType));
}
var ZodMiniDefault = /* @__PURE__ */ $constructor("ZodMiniDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function _default(innerType, defaultValue) {
  return new ZodMiniDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
    }
  });
}
var ZodMiniCatch = /* @__PURE__ */ $constructor("ZodMiniCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function _catch(innerType, catchValue) {
  return new ZodMiniCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
var ZodMiniPipe = /* @__PURE__ */ $constructor("ZodMiniPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function pipe(in_, out) {
  return new ZodMiniPipe({
    type: "pipe",
    in: in_,
    out
  });
}
var ZodMiniCustom = /* @__PURE__ */ $constructor("ZodMiniCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function refine(fn, _params = {}) {
  return _refine(ZodMiniCustom, fn, _params);
}

// src/harmonica/request.ts
var QUESTION_TYPES = ["Short field", "Email", "Options"];
var VISIBILITIES = ["host", "participants", "public"];
var text = string2({ error: "must be text; put it in quotes" });
var flag = boolean2({ error: "must be true or false, without quotes" });
var id = text.check(
  _trim(),
  refine((value) => !/\s/u.test(value), {
    error: ({ input }) => `is ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(input)}; an id or slug has no white space, for example retrospective`
  })
);
var visibility = pipe(
  transform((value) => typeof value === "string" ? value.toLowerCase() : value),
  _enum(VISIBILITIES, {
    error: ({ input }) => `is ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(input)}, which is not one of ${VISIBILITIES.join(", ")}`
  })
);
var item = (member2, mapping) => pipe(
  transform((value) => typeof value === "string" ? { [member2]: value.trim() } : value),
  mapping
);
var list = (of) => array(of, { error: "must be a list" }).check(_minLength(1, { error: "is an empty list: leave it out instead" }));
var member = (name, allowed) => ({ input }) => input === void 0 ? `has no ${name}` : `has ${name} ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(input)}; ${allowed}`;
var question = item(
  "text",
  strictObject({
    text: string2({ error: member("text", "give the question as text, in quotes") }).check(_regex(/\S/u, { error: "has a blank text" })),
    type: optional(
      _enum(QUESTION_TYPES, { error: member("type", `allowed are ${QUESTION_TYPES.join(", ")}`) })
    ),
    required: optional(
      boolean2({ error: member("required", "allowed are true and false, without quotes") })
    ),
    options: optional(
      array(string2({ error: member("the option", "give it as text, in quotes") }), {
        error: member("options", "give a list of texts")
      })
    )
  }).check(
    refine(({ type, options = [] }) => type !== "Options" || options.length > 0, {
      error: "has type Options, which needs options"
    })
  )
);
var group = item(
  "group_id",
  pipe(
    transform(withGroupId),
    strictObject({
      channel: _default(
        _enum(["telegram"], { error: member("channel", "allowed is telegram") }),
        "telegram"
      ),
      group_id: string2({ error: member("group-id", "give the number in quotes") }).check(_trim(), _regex(/^[^\s,@]+$/u, { error: member("group-id", "give the number") }))
    })
  )
);
function withGroupId(value) {
  if (typeof value !== "object" || value === null || !("group-id" in value)) return value;
  const { "group-id": id2, ...others } = value;
  return { group_id: id2, ...others };
}
var ITEMS = {
  questions: `a question is text, or a mapping with text, type (${QUESTION_TYPES.join(", ")}), required (true or false) and options (a list of texts, required with the type Options). Text that contains a colon needs quotes, for example - "Why: time?"`,
  distribution: "give one group id per line, for example -1001234567890 (in a session file, or a mapping with channel, which is telegram, and group-id)"
};
var sessionFields = {
  topic: { kind: "text", schema: pipe(text, transform(_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)) },
  goal: { kind: "text", schema: text },
  context: { kind: "text", schema: text },
  critical: { kind: "text", schema: text },
  prompt: { kind: "text", schema: text },
  templateId: { kind: "text", schema: id },
  projectId: { kind: "text", schema: id },
  questions: { kind: "list", schema: list(question) },
  crossPollination: { kind: "boolean", schema: flag },
  widgetsEnabled: { kind: "boolean", schema: flag },
  resultsVisibility: { kind: "text", schema: visibility },
  distribution: { kind: "list", schema: list(group) }
};
var fieldNames = Object.keys(sessionFields);
function parseField(name, value, report) {
  const { data, error } = safeParse(sessionFields[name].schema, value);
  const issues = error?.issues ?? [];
  for (const issue2 of issues) {
    const [at] = issue2.path;
    const own2 = issues.filter(({ path }) => path[0] === at);
    if (issue2 !== own2[0]) continue;
    if (typeof at !== "number" || !Array.isArray(value)) report(issue2.message);
    else if (hasFaultyMember(value[at], own2)) report(issue2.message, at);
    else report(`is ${(0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value[at])}; ${ITEMS[name]}`, at);
  }
  return data === void 0 ? {} : { [name]: data };
}
function hasFaultyMember(item2, issues) {
  const isMapping = typeof item2 === "object" && item2 !== null && !Array.isArray(item2);
  return isMapping && issues.every(({ code }) => code !== "unrecognized_keys");
}
var namesIn = (fields) => fieldNames.filter((name) => fields[name] !== void 0);
function apiBody(request) {
  return Object.fromEntries(namesIn(request).map((name) => [snakeCase(name), request[name]]));
}
function textsIn(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}




/***/ }),

/***/ 183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ __commonJS),
/* harmony export */   VA: () => (/* binding */ __export),
/* harmony export */   f1: () => (/* binding */ __toESM),
/* harmony export */   ki: () => (/* binding */ __require)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));




/***/ }),

/***/ 875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ listItems),
/* harmony export */   f: () => (/* binding */ readListInput)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(995);
/* harmony import */ var _chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(303);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url)
;

// src/request/list-items.ts
var LIST_MARK = /^\s*(?:(?:[-*+\u2013]|\d{1,9}[.)]|\(\d{1,9}\))(?:\s+|$)|[\u2022\u30fb]\s*)/u;
var FLOW = /^(?:\[\s*["'{]|\[[^\]]*\]$|\{[^}]*\}$)/u;
var MAPPING = /^[ \t]*(?:-[ \t]+)?(?:\{.*\}|["']?(?:text|channel|group_id)["']?:(?:[ \t].*)?)$/mu;
function listItems(text) {
  const items = text.split(/[\r\n]/u).map((each) => each.replace(LIST_MARK, "").trim());
  return items.filter((each) => each !== "");
}
function readListInput(text) {
  if (!FLOW.test(text) && !MAPPING.test(text)) return listItems(text);
  return (0,_chunk_6CJ3USB6_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)`looks like YAML or JSON, but takes one item per line as plain text. Put lists with types, options or channels into a session file (input session-file)`;
}




/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ entryPoints),
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __nccwpck_require__(995);
// EXTERNAL MODULE: ./chunk-7M5UY7KO.js
var chunk_7M5UY7KO = __nccwpck_require__(27);
// EXTERNAL MODULE: ./chunk-GV6RYUC4.js
var chunk_GV6RYUC4 = __nccwpck_require__(167);
// EXTERNAL MODULE: ./chunk-4CAFETZU.js
var chunk_4CAFETZU = __nccwpck_require__(325);
// EXTERNAL MODULE: ./chunk-IQNDEVDA.js
var chunk_IQNDEVDA = __nccwpck_require__(875);
// EXTERNAL MODULE: ./chunk-3F2565EN.js
var chunk_3F2565EN = __nccwpck_require__(505);
// EXTERNAL MODULE: ./chunk-HEEGJHRK.js
var chunk_HEEGJHRK = __nccwpck_require__(453);
// EXTERNAL MODULE: ./chunk-6CJ3USB6.js
var chunk_6CJ3USB6 = __nccwpck_require__(303);
// EXTERNAL MODULE: ./chunk-HSS54IDV.js
var chunk_HSS54IDV = __nccwpck_require__(183);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./main.js

const main_require = (0,external_node_module_.createRequire)(import.meta.url)
;








// node_modules/@actions/core/lib/command.js


// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/core.js


// node_modules/@actions/core/lib/summary.js


var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = external_fs_.promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text2, addEOL = false) {
    this._buffer += text2;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(external_os_.EOL);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code2, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code2), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items2, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items2.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text2, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text2);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text2, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text2, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text2, href) {
    const element = this.wrap("a", text2, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js

var platform = external_os_.platform();
var arch = external_os_.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/http/clock.ts

var MAX_SILENCE_MS = 1e4;
var systemClock = {
  elapsed: () => performance.now(),
  now: () => Date.now(),
  async sleep(ms, signal) {
    await (0,promises_namespaceObject.setTimeout)(ms, void 0, { signal }).catch(() => signal.throwIfAborted());
  }
};
async function withHeartbeat(what, promise, { clock, log }) {
  const done = new AbortController();
  const beat = async () => {
    for (; ; ) {
      const left = log.lastLineAt() + MAX_SILENCE_MS - clock.elapsed();
      if (left >= 1) await clock.sleep(left, done.signal);
      else log.info((0,chunk_6CJ3USB6/* line */.n8)`Waiting for ${what}\u2026`);
    }
  };
  beat().catch(() => {
  });
  try {
    return await promise;
  } finally {
    done.abort();
  }
}

// src/http/fetch.ts


// src/http/connect.ts




// src/http/errors.ts
var RequestError = class extends Error {
  name = "RequestError";
  /** Why, for people, without a full stop. Never a header, a proxy's address, or more of a URL than its origin. */
  reason;
  /** The response's HTTP status, or the one that a GraphQL error type stands for. */
  status;
  /** Whether any part of the request may have been sent. False is certain: the server saw none of it. */
  sent = true;
  /** Whether the same request may succeed a little later. */
  transient = false;
  /** How long the server asks clients to wait, in milliseconds. */
  retryAfterMs;
  /** Whether the response did not arrive in full within the timeout. */
  timedOut = false;
  /** Whether the response is longer than may be read. */
  tooLong = false;
  /** The server's explanation. Not named `message`, which is the error's own. */
  serverMessage;
  /** The server's error code, such as `not_found`. */
  code;
  constructor(reason, { cause, ...facts } = {}) {
    super(reason.text, { cause });
    this.reason = reason;
    Object.assign(this, facts);
  }
};
function asRequestError(error2) {
  if (error2 instanceof RequestError) return error2;
  throw error2;
}
async function orError(promise, signal) {
  return promise.catch((error2) => {
    if (error2 instanceof RequestError && !signal.aborted) return error2;
    throw error2;
  });
}
var NOT_REFUSALS = [408, 429, 499];
var isRefusal = (status = 0) => status >= 300 && status < 500 && !NOT_REFUSALS.includes(status);
var outcomeUnknown = ({ sent, status }) => sent && status !== 429 && !isRefusal(status);
var inBrackets = (serverMessage) => serverMessage === void 0 ? (0,chunk_6CJ3USB6/* line */.n8)`` : (0,chunk_6CJ3USB6/* line */.n8)` (${(0,chunk_6CJ3USB6/* withoutStop */.f6)(serverMessage)})`;
function retryAfterMs(headers, now = Date.now()) {
  const value = headers.get("retry-after");
  if (!value) return void 0;
  const ms = /^\d+$/u.test(value) ? Number(value) * 1e3 : Date.parse(value) - (serverTime(headers) || now);
  return Number.isNaN(ms) ? void 0 : Math.max(0, ms);
}
var serverTime = (headers) => Date.parse(headers.get("date") ?? "");

// src/http/route.ts
var isHttp = ({ protocol }) => /^https?:$/u.test(protocol);
var isLoopback = ({ hostname }) => /^(localhost|127(\.\d+){3}|\[::1\])$/u.test(hostname);
var hostOf = ({ hostname }) => hostname.replace(/^\[|\]$/gu, "");
var portOf = ({ port, protocol }) => Number(port) || (protocol === "https:" ? 443 : 80);
function findRoute(to, env) {
  const name = `${to.protocol.slice(0, -1)}_proxy`;
  const named2 = [name, name.toUpperCase()].map((variable) => ({ variable, address: env[variable] ?? "" })).find(({ address }) => address !== "");
  const direct = !named2 || isLoopback(to) || isExempt(to, env.no_proxy || env.NO_PROXY || "");
  return { to, proxy: direct ? void 0 : readProxy(named2) };
}
function isExempt(to, names) {
  const hosts = [hostOf(to), to.hostname, `${to.hostname}:${portOf(to)}`].map((each) => `.${each}`);
  const entries = names.toLowerCase().split(/[\s,]+/u);
  return entries.some((entry) => {
    const name = entry.replace(/^\*?\./u, "");
    return name === "*" || name !== "" && hosts.some((each) => each.endsWith(`.${name}`));
  });
}
function decodeLogin(login) {
  const whole2 = login.includes(":") ? login : `${login}:`;
  return whole2.replace(/(?:%[\da-f]{2})+/giu, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
function readProxy({ variable, address }) {
  try {
    const [, scheme = "http://", login = "", host2 = ""] = /^([a-z][a-z\d+.-]*:\/\/)?(?:(.*)@)?(.*)$/iu.exec(address) ?? [];
    const url = new URL(scheme + host2);
    if (!isHttp(url)) throw new TypeError("not an HTTP proxy");
    const authorization = `Basic ${Buffer.from(decodeLogin(login)).toString("base64")}`;
    return { url, variable, headers: login === "" ? {} : { "proxy-authorization": authorization } };
  } catch {
    throw new RequestError((0,chunk_6CJ3USB6/* line */.n8)`${variable} is not the address of an HTTP proxy`, { sent: false });
  }
}

// src/http/connect.ts
var http = process.getBuiltinModule?.("node:http");
async function openConnection({ to, proxy }, until) {
  if (!proxy) return connect(to, until);
  const socket = await connect(proxy.url, until);
  if (to.protocol === "http:") return socket;
  try {
    await openTunnel(socket, { to, proxy }, until);
    return await connect(to, until, socket);
  } catch (error2) {
    socket.destroy();
    throw error2;
  }
}
async function connect(url, signal, over) {
  const secure = url.protocol === "https:";
  const host2 = hostOf(url);
  const to = { host: host2, port: portOf(url) };
  const tls = { servername: (0,external_node_net_namespaceObject.isIP)(host2) ? "" : host2, ALPNProtocols: ["http/1.1"], socket: over };
  const socket = secure ? (0,external_node_tls_namespaceObject.connect)({ ...to, ...tls }) : (0,external_node_net_namespaceObject.connect)(to);
  socket.on("error", () => {
  });
  try {
    await (0,external_node_events_namespaceObject.once)(socket, secure ? "secureConnect" : "connect", { signal });
    return socket.setNoDelay();
  } catch (error2) {
    socket.destroy();
    throw error2;
  }
}
async function openTunnel(socket, { to, proxy }, signal) {
  const path = `${to.hostname}:${portOf(to)}`;
  const headers = { host: path, ...proxy.headers };
  const request = http.request({ createConnection: () => socket, method: "CONNECT", path, headers, signal });
  const [{ statusCode: status }, , more] = await (0,external_node_events_namespaceObject.once)(request.end(), "connect");
  if (status === 200 && more.length === 0) return;
  throw Object.assign(new Error(), { code: `the proxy responded with HTTP ${status}`, status });
}

// src/http/fetch.ts
var LONG_HEADERS = "HPE_HEADER_OVERFLOW";
var UNTRUSTED = /CERT|ISSUER|SIGNATURE/u;
var MAX_REFUSAL_BODY_MS = 5e3;
function createFetch({ timeoutMs, maxResponseBytes, proxyEnv }) {
  return async (url, init = {}) => {
    const to = URL.parse(url);
    if (!to || !isHttp(to)) throw new RequestError((0,chunk_6CJ3USB6/* line */.n8)`Not an http(s) address`, { sent: false });
    const route = findRoute(to, proxyEnv);
    const late = AbortSignal.timeout(timeoutMs);
    const until = AbortSignal.any(init.signal ? [late, init.signal] : [late]);
    let socket;
    let sent = false;
    try {
      until.throwIfAborted();
      socket = await unlessAborted(until, openConnection(route, until));
      const request = send(route, socket, { ...init, signal: until });
      sent = true;
      const responding = Promise.race([(0,external_node_events_namespaceObject.once)(request, "response"), (0,external_node_events_namespaceObject.once)(request, "upgrade")]);
      const [response] = await unlessAborted(until, responding);
      return await readResponse(response, { origin: to.origin, maxBytes: maxResponseBytes, signal: until });
    } catch (cause) {
      if (late.aborted) {
        const reason = (0,chunk_6CJ3USB6/* line */.n8)`${to.origin} did not send a complete response within ${timeoutMs / 1e3} s${hint(route, sent)}`;
        throw new RequestError(reason, { sent, timedOut: true, transient: true });
      }
      if (!until.aborted) throw toRequestError(cause, sent, route);
      throw new RequestError((0,chunk_6CJ3USB6/* line */.n8)`${to.origin} did not respond before the run was canceled`, {
        sent,
        cause: until.reason
      });
    } finally {
      socket?.destroy();
    }
  };
}
function toRequestError(cause, sent, route) {
  const { code: code2, status } = cause;
  if (cause instanceof RequestError || code2 === void 0) return cause;
  const tooLong = code2 === LONG_HEADERS;
  const untrusted = !sent && UNTRUSTED.test(code2);
  const transient = !tooLong && !untrusted && !isRefusal(status);
  const unsent = untrusted ? "has no trusted certificate" : "could not be reached";
  const what = sent ? "did not send a complete HTTP response" : unsent;
  const advice = untrusted ? OWN_AUTHORITY : (0,chunk_6CJ3USB6/* line */.n8)``;
  const reason = (0,chunk_6CJ3USB6/* line */.n8)`${route.to.origin} ${what} (${code2})${hint(route, sent)}${advice}`;
  return new RequestError(reason, { sent, transient, tooLong, cause });
}
var OWN_AUTHORITY = (0,chunk_6CJ3USB6/* line */.n8)`. If your company's own authority signed it, set NODE_EXTRA_CA_CERTS under env: of the step or job to the file with that authority's certificate`;
var hint = ({ proxy }, sent) => proxy && !sent ? (0,chunk_6CJ3USB6/* line */.n8)`. ${proxy.variable} is set, so the proxy may be at fault` : (0,chunk_6CJ3USB6/* line */.n8)``;
function send({ to, proxy }, socket, { method = "GET", headers: given, body, signal }) {
  const reader = to.protocol === "http:" ? proxy : void 0;
  const headers = { ...given, host: to.host, ...reader?.headers };
  const path = reader ? to.href : `${to.pathname}${to.search}`;
  const request = http.request({ createConnection: () => socket, method, path, headers, signal });
  return request.on("error", () => {
  }).end(body);
}
async function unlessAborted(signal, promise) {
  const { promise: aborted, reject } = Promise.withResolvers();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
async function readResponse(response, bounds) {
  const { statusCode: status = 0 } = response;
  if (status === 101) {
    const reason = (0,chunk_6CJ3USB6/* line */.n8)`${bounds.origin} responded with 101 (Switching Protocols), which was not requested`;
    throw new RequestError(reason, { status, transient: true });
  }
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
  if (status >= 300) setTimeout(() => response.destroy(), MAX_REFUSAL_BODY_MS).unref();
  const text2 = await unlessAborted(bounds.signal, readBody(response, bounds)).catch((error2) => {
    if (status >= 300) return "";
    throw error2;
  });
  return { status, headers, text: text2 };
}
async function readBody(response, { origin, maxBytes }) {
  let bytes = Buffer.alloc(0);
  let length = 0;
  for await (const chunk of response) {
    const start2 = length;
    length += chunk.length;
    if (length > maxBytes)
      throw new RequestError((0,chunk_6CJ3USB6/* line */.n8)`${origin} sent more than ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(maxBytes)} bytes`, {
        tooLong: true
      });
    if (length > bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, maxBytes));
    chunk.copy(bytes, start2);
  }
  return new TextDecoder().decode(bytes.subarray(0, length));
}

// src/action/host.ts
var core = { endGroup, error, getInput, info, notice, setSecret, startGroup, summary, warning };
var host = { env: process.env, core, clock: systemClock, random: Math.random, createFetch };

// src/text/errors.ts
var UserError = class extends Error {
  name = "UserError";
  title;
  problems;
  constructor(title, problems, options) {
    super((0,chunk_6CJ3USB6/* joinLines */.cT)(problems).text, options);
    this.title = title;
    this.problems = problems;
  }
};
var messageOf = (error2) => error2 instanceof Error ? error2.message : String(error2);

// src/text/log.ts
var MAX_PROBLEMS = 30;
function createLog(sink, elapsed) {
  const warnings = [];
  let lastLineAt = elapsed();
  const write = (kind, { text: text2 }) => {
    lastLineAt = elapsed();
    sink[kind](text2);
  };
  return {
    /** Every warning so far, in order. */
    warnings,
    /** When the last line was written, by the clock that the log was made with. */
    lastLineAt: () => lastLineAt,
    info: (message) => write("info", message),
    /** An annotation that nobody needs to act on. */
    notice: (message) => write("notice", message),
    /** An annotation for something to fix that did not stop the step. Kept for the summary. An equal one is written once. */
    warning(message) {
      if (warnings.some(({ text: text2 }) => text2 === message.text)) return;
      warnings.push(message);
      write("warning", message);
    },
    /** The one annotation of a failed step: a title and its problems, a line each. */
    error(title, problems) {
      const more = problems.length - MAX_PROBLEMS;
      const rest = more > 0 ? [(0,chunk_6CJ3USB6/* line */.n8)`And ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(more)} more.`] : [];
      sink.error((0,chunk_6CJ3USB6/* joinLines */.cT)([...problems.slice(0, MAX_PROBLEMS), ...rest], "\n").text, { title: title.text });
    },
    /** Lines in a collapsed group with a title. */
    group(title, lines) {
      sink.startGroup(title.text);
      for (const each of lines) write("info", each);
      sink.endGroup();
    }
  };
}

// src/action/runner.ts



// src/github/thread.ts
var threadSchema = (0,chunk_HEEGJHRK/* object */.Ik)({
  number: (0,chunk_HEEGJHRK/* int */.Wh)().check((0,chunk_HEEGJHRK/* _positive */.NC)()),
  node_id: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)()), void 0),
  title: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)()), void 0),
  body: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* nullish */.cl)((0,chunk_HEEGJHRK/* string */.Yj)()), void 0)
});
var headOrBase = (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* nullish */.cl)((0,chunk_HEEGJHRK/* object */.Ik)({ repo: (0,chunk_HEEGJHRK/* nullish */.cl)((0,chunk_HEEGJHRK/* object */.Ik)({ id: (0,chunk_HEEGJHRK/* int */.Wh)() })) })), void 0);
var issueSchema = (0,chunk_HEEGJHRK/* extend */.X$)(threadSchema, { pull_request: (0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* unknown */.L5)()) });
var pullRequestSchema = (0,chunk_HEEGJHRK/* extend */.X$)(threadSchema, { head: headOrBase, base: headOrBase });
var workflowRunSchema = (0,chunk_HEEGJHRK/* object */.Ik)({ pull_requests: (0,chunk_HEEGJHRK/* array */.YO)(pullRequestSchema) });
var repositorySchema = (0,chunk_HEEGJHRK/* object */.Ik)({ id: (0,chunk_HEEGJHRK/* int */.Wh)() });
function repositoryOf({ payload }, { id, name }) {
  return { name, id: String(member(payload, "repository", repositorySchema)?.id ?? (id || name)) };
}
function threadOf({ name, payload }, repository) {
  if (name === "workflow_run") {
    const pulls = member(payload, name, workflowRunSchema)?.pull_requests ?? [];
    const [pull2, other] = pulls.filter(({ base }) => String(base?.repo?.id) === repository.id);
    return pull2 && !other ? asThread("pull request", pull2) : void 0;
  }
  const issue2 = member(payload, "issue", issueSchema);
  if (issue2) return asThread(issue2.pull_request ? "pull request" : "issue", issue2);
  const pull = member(payload, "pull_request", pullRequestSchema);
  const fork = name !== "pull_request_target" && pull?.head?.repo?.id !== pull?.base?.repo?.id;
  if (pull) return { ...asThread("pull request", pull), fork };
  const discussion = member(payload, "discussion", threadSchema);
  return discussion && asThread("discussion", discussion);
}
function named({ kind, number }) {
  return kind ? (0,chunk_6CJ3USB6/* line */.n8)`${kind} #${number}` : (0,chunk_6CJ3USB6/* line */.n8)`#${number}`;
}
function member(payload, name, schema) {
  const value = typeof payload === "object" && payload !== null ? Reflect.get(payload, name) : void 0;
  return (0,chunk_HEEGJHRK/* safeParse */.xL)(schema, value).data;
}
function asThread(kind, found) {
  const { number, node_id: id, title, body } = found;
  return { kind, number, id, title, body: body ?? void 0, fork: false };
}

// src/text/web-address.ts
var MAX_URL_CHARACTERS = 2048;
function webAddress(text2) {
  const url = URL.parse(text2);
  if (!url || !/^https?:$/u.test(url.protocol) || url.href.length > MAX_URL_CHARACTERS) return void 0;
  return url.username || url.password ? void 0 : url.href;
}

// src/action/runner.ts
var READ_AT_IMPORT = /^(GITHUB_EVENT_PATH|GITHUB_API_URL|HTTPS?_PROXY)$/iu;
function createRunner({ core: core2, clock, random, ...host2 }, log, signals) {
  const env = { ...host2.env };
  for (const name of Object.keys(env)) if (READ_AT_IMPORT.test(name)) delete host2.env[name];
  const event = { name: env.GITHUB_EVENT_NAME ?? "", ...readPayload(env.GITHUB_EVENT_PATH) };
  return {
    ...signals,
    log,
    clock,
    random,
    event,
    environment: readEnvironment(env, event),
    /** An input's text, trimmed; empty when unset. */
    getInput: (name) => core2.getInput(name),
    /** The names of all inputs that were given, as the runner writes them: `CONTEXT-FILE`. */
    givenInputs: Object.keys(env).flatMap((name) => name.startsWith("INPUT_") ? [name.slice(6)] : []),
    createFetch: (limits) => host2.createFetch({ ...limits, proxyEnv: env }),
    /** Writes all outputs, or none. Returns why they cannot be written; undefined if they were. */
    setOutputs: (outputs) => writeOutputs(env.GITHUB_OUTPUT, outputs),
    /** Replaces this step's part of the job summary. If it cannot be written, a warning says so, once. */
    writeSummary: summaryWriter(core2, log)
  };
}
function readEnvironment(env, event) {
  const name = env.GITHUB_REPOSITORY ?? "";
  const server = env.GITHUB_SERVER_URL || "https://github.com";
  const workflow = workflowFile(env.GITHUB_WORKFLOW_REF) || (env.GITHUB_WORKFLOW ?? "");
  return {
    workspace: env.GITHUB_WORKSPACE ?? "",
    repository: repositoryOf(event, { id: env.GITHUB_REPOSITORY_ID ?? "", name }),
    /** The job's folder for temporary files; empty if there is none. */
    tempFolder: env.RUNNER_TEMP ?? "",
    runId: env.GITHUB_RUN_ID ?? "",
    /** Whether this is nektos/act instead of a runner of GitHub's. */
    isAct: (env.ACT ?? "") !== "",
    /** GitHub's REST API, which differs on GitHub Enterprise Server. */
    githubApiUrl: env.GITHUB_API_URL || "https://api.github.com",
    /** The tag that the run is for, also of a release; empty if it is for none. */
    tag: env.GITHUB_REF_TYPE === "tag" ? env.GITHUB_REF_NAME ?? "" : "",
    /** 1 for the first attempt, more when the run is run again. */
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    /** Which step this is: workflow file, job and step, the same in every run. */
    stepKey: [workflow, env.GITHUB_JOB, env.GITHUB_ACTION].join(" "),
    /** This workflow run's name for people, and its page; `url` is undefined if it is not a web address. */
    run: {
      name: `${env.GITHUB_WORKFLOW ?? "workflow"} #${env.GITHUB_RUN_NUMBER ?? ""}`,
      url: webAddress(`${server}/${name}/actions/runs/${env.GITHUB_RUN_ID}`)
    }
  };
}
function workflowFile(ref = "") {
  return ref.replace(/@refs\/.*$|@[^@]*$/u, "").replace(/^[^/]*\/[^/]*\//u, "");
}
function readPayload(path) {
  if (!path) return { payload: void 0, unreadableFile: void 0 };
  try {
    return { payload: JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, "utf8")), unreadableFile: void 0 };
  } catch {
    return { payload: void 0, unreadableFile: path };
  }
}
function writeOutputs(path = "", outputs) {
  if (path === "") return "GITHUB_OUTPUT is not set";
  const delimiter = `ghadelimiter_${(0,external_node_crypto_namespaceObject.randomUUID)()}`;
  const lines = Object.entries(outputs).map(
    ([name, value]) => `${name}<<${delimiter}
${value}
${delimiter}
`
  );
  try {
    (0,external_node_fs_namespaceObject.appendFileSync)(path, lines.join(""));
    return void 0;
  } catch (error2) {
    return messageOf(error2);
  }
}
function summaryWriter({ summary: summary2 }, log) {
  let writable = true;
  return async (markdown) => {
    try {
      if (writable) await summary2.addRaw(markdown).write({ overwrite: true });
    } catch (error2) {
      writable = false;
      log.warning((0,chunk_6CJ3USB6/* line */.n8)`The job summary could not be written: ${messageOf(error2)}`);
    }
  };
}

// src/action/start.ts
var GRACE_MS = 6e3;
async function start(run4, host2, process2) {
  const { core: core2, clock } = host2;
  const secrets = ["api-key", "github-token"].map((name) => core2.getInput(name));
  for (const secret of secrets.filter((each) => each !== "")) core2.setSecret(secret);
  const log = createLog(core2, clock.elapsed);
  const onExit = () => fail(new Error("The step ended before its work was done"), log, process2);
  const done = new AbortController();
  process2.on("exit", onExit);
  try {
    await run4(createRunner(host2, log, watchCancellation(process2, { clock, log }, done.signal)));
  } catch (error2) {
    fail(error2, log, process2);
  } finally {
    process2.off("exit", onExit);
    done.abort();
  }
}
function fail(error2, log, process2) {
  process2.exitCode = 1;
  if (error2 instanceof UserError) {
    log.error(error2.title, error2.problems);
    return;
  }
  log.error((0,chunk_6CJ3USB6/* line */.n8)`Unexpected failure`, [
    (0,chunk_6CJ3USB6/* line */.n8)`${String(error2)}. This is a bug in the action, not in the workflow: please report it. If the log shows no link to a session, one may exist anyway: check in Harmonica before you run the step again.`
  ]);
}
function watchCancellation(process2, { clock, log }, done) {
  const cancel = new AbortController();
  const grace = new AbortController();
  const end2 = () => grace.abort();
  const onSignal = () => {
    if (cancel.signal.aborted) return;
    cancel.abort();
    log.info(
      (0,chunk_6CJ3USB6/* line */.n8)`The run was canceled. Waiting up to ${GRACE_MS / 1e3} s for a response that is on its way.`
    );
    clock.sleep(GRACE_MS, done).then(end2, end2);
  };
  process2.on("SIGINT", onSignal);
  process2.on("SIGTERM", onSignal);
  return { cancelSignal: cancel.signal, graceSignal: grace.signal };
}

// src/action/hand-over.ts
async function handOver({ summary: summary2, outputs, words }, failures, { writeSummary: writeSummary2, setOutputs }) {
  if (summary2 !== void 0) await writeSummary2(summary2);
  const fault = setOutputs(outputs);
  if (fault !== void 0)
    throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`The outputs could not be written`, [(0,chunk_6CJ3USB6/* line */.n8)`${fault}. ${words}`]);
  const [first] = failures;
  if (first)
    throw new UserError(
      first.title,
      failures.flatMap(({ problems }) => problems)
    );
}

// src/http/json.ts
function readJson(text2, schema, clean = (parsed) => parsed) {
  try {
    return (0,chunk_HEEGJHRK/* safeParse */.xL)(schema, clean(JSON.parse(text2))).data;
  } catch {
    return void 0;
  }
}

// src/github/responses.ts
var KNOWN = [
  {
    kind: "permanent",
    response: "an error with `extensions.code`: this server does not know the query; locked (as a word), archived, SAML, IP allow list, body is too long",
    action: "fails at once, with its own advice",
    problemIn: ({ errors }) => errors.map(permanentProblem).find((problem) => problem !== void 0)
  },
  {
    kind: "limit",
    response: "429; 403 with `Retry-After`, with `x-ratelimit-remaining: 0` or with a message about a rate limit; `RATE_LIMITED`, `RATE_LIMIT`; was submitted too quickly",
    action: "waits as long as `Retry-After` says; else, where nothing remains, until `x-ratelimit-reset`; else 60 s. If that is over 120 s, fails at once with the time to run it again",
    problemIn: (failure2) => isLimit(failure2) ? "limit" : void 0
  },
  {
    kind: "maybe no",
    response: "401, 403, 404, `FORBIDDEN`, `NOT_FOUND`, `INSUFFICIENT_SCOPES`",
    action: "asks again after 1 s and after 4 s, since a token, an issue or a replica may be new; then accepts the refusal, and names the permission or number to check",
    problemIn: problemInRefusal
  }
];
var ANYTHING_ELSE = {
  kind: "unknown",
  response: "anything else: 5xx, 101, a reset, a timeout, an unreadable response, `RESOURCE_LIMITS_EXCEEDED`, an error of another type or without a type, a comment or its reactions left out",
  action: "reads again, in pages of half the size after `RESOURCE_LIMITS_EXCEEDED`; checks for a comment four times within about 15 s, then posts it once more; reacts again"
};
var RESPONSES = [...KNOWN, ANYTHING_ELSE];
var LIMIT_TYPES = ["RATE_LIMITED", "RATE_LIMIT"];
var LIMIT_MESSAGE = /\brate limit\b|\babuse detection\b|\bwas submitted too quickly\b/iu;
var PERMANENT_MESSAGES = [
  ["archived", /\barchived\b/iu],
  ["locked", /\blocked\b/iu],
  ["SAML", /\bSAML\b/u],
  ["IP allow list", /\bIP allow list\b/iu],
  ["body too long", /\bbody is too long\b/iu]
];
var DEFAULT_LIMIT_MS = 6e4;
function classify(failure2) {
  for (const { kind, problemIn } of KNOWN) {
    const problem2 = problemIn(failure2);
    if (problem2 !== void 0) return { kind, problem: problem2 };
  }
  const problem = hasType(failure2, "RESOURCE_LIMITS_EXCEEDED") ? "too much" : "unknown";
  return { kind: ANYTHING_ELSE.kind, problem };
}
function limitMs(headers, now) {
  const reset = Number(headers.get("x-ratelimit-reset")) * 1e3;
  const untilReset = nothingRemains(headers) && reset > 0 ? reset - (serverTime(headers) || now) : DEFAULT_LIMIT_MS;
  return Math.max(retryAfterMs(headers, now) ?? untilReset, 0);
}
function isLimit({ status, headers, errors }) {
  const isLimitByHeaders = status === 403 && (headers.has("retry-after") || nothingRemains(headers));
  const mayExplain = status === 403 || status === 200;
  const isLimitByMessage = mayExplain && errors.some((error2) => hasMessage(error2, LIMIT_MESSAGE));
  const isLimitByType = errors.some(({ type = "" }) => LIMIT_TYPES.includes(type));
  return status === 429 || isLimitByHeaders || isLimitByMessage || isLimitByType;
}
var nothingRemains = (headers) => headers.get("x-ratelimit-remaining") === "0";
function permanentProblem(error2) {
  if (error2.extensions?.code !== void 0) return "unknown query";
  return PERMANENT_MESSAGES.find(([, pattern]) => hasMessage(error2, pattern))?.[0];
}
var hasMessage = ({ message }, pattern) => pattern.test(message.replace(/'[^']*'|`[^`]*`/gu, ""));
function problemInRefusal(failure2) {
  const { status } = failure2;
  if (status === 401) return "credentials";
  if (status === 404) return "no GraphQL";
  if (hasType(failure2, "NOT_FOUND")) return "number";
  const isForbidden2 = status === 403 || hasType(failure2, "FORBIDDEN") || hasType(failure2, "INSUFFICIENT_SCOPES");
  return isForbidden2 ? "permission" : void 0;
}
var hasType = ({ errors }, type) => errors.some((error2) => error2.type === type);

// src/github/errors.ts
var GitHubError = class extends RequestError {
  name = "GitHubError";
  kind;
  problem;
  /** When GitHub accepts requests again, in milliseconds since 1970 by the runner's clock; undefined without a limit. */
  limitEndsAt;
  constructor(reason, { kind, problem, limitEndsAt, ...facts }) {
    super(reason, { ...facts, transient: kind === "limit" || kind === "unknown" });
    this.kind = kind;
    this.problem = problem;
    this.limitEndsAt = limitEndsAt;
  }
};
var mayHaveBeenDone = (error2) => error2 instanceof GitHubError && error2.kind === "unknown" && error2.sent;
async function orGitHubError(promise, signal) {
  return promise.catch((error2) => {
    if (error2 instanceof GitHubError && !signal.aborted) return error2;
    throw error2;
  });
}
var incomplete = (reason) => new GitHubError(reason, { kind: "unknown", problem: "incomplete" });
var errorSchema = (0,chunk_HEEGJHRK/* object */.Ik)({
  message: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* string */.Yj)(), ""),
  type: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)()), void 0),
  extensions: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* object */.Ik)({ code: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)()), void 0) })), void 0)
});
var errorsSchema = (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* array */.YO)(errorSchema)), void 0);
var bodySchema = (0,chunk_HEEGJHRK/* object */.Ik)({
  message: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)().check((0,chunk_HEEGJHRK/* _minLength */.m9)(1))), void 0),
  errors: errorsSchema
});
function statusError({ status, headers, text: text2 }, circumstances) {
  const { message, errors = [] } = readJson(text2, bodySchema, circumstances.removeToken) ?? {};
  const all = message === void 0 ? errors : [{ message }, ...errors];
  const reason = (0,chunk_6CJ3USB6/* line */.n8)`GitHub responded with ${status}${inBrackets(messagesOf(all))}`;
  return classifiedError(reason, { status, headers, errors: all }, circumstances);
}
function dataError({ status, headers }, errors, circumstances) {
  const serverMessage = messagesOf(errors);
  const reason = serverMessage === void 0 ? (0,chunk_6CJ3USB6/* line */.n8)`GitHub's response does not have the documented shape` : (0,chunk_6CJ3USB6/* line */.n8)`GitHub says: ${(0,chunk_6CJ3USB6/* withoutStop */.f6)(serverMessage)}`;
  return classifiedError(reason, { status, headers, errors }, circumstances);
}
function networkError(error2) {
  const { reason, status, sent, timedOut, tooLong, transient, cause } = error2;
  const isFinal = !sent && !transient;
  const problem = isFinal ? "unreachable" : tooLong ? "too much" : "unknown";
  const kind = isFinal ? "permanent" : "unknown";
  return new GitHubError(reason, { kind, problem, status, sent, timedOut, tooLong, cause });
}
function classifiedError(reason, failure2, { apiUrl, now }) {
  const { kind, problem } = classify(failure2);
  const { status, headers } = failure2;
  const facts = { kind, problem, status };
  if (kind === "limit") {
    const ms = limitMs(headers, now);
    return new GitHubError(reason, { ...facts, retryAfterMs: ms, limitEndsAt: now + ms });
  }
  if (problem === "no GraphQL")
    return new GitHubError((0,chunk_6CJ3USB6/* line */.n8)`There is no GitHub GraphQL API at ${apiUrl} (404)`, facts);
  return new GitHubError(reason, { ...facts, retryAfterMs: retryAfterMs(headers, now) });
}
var messagesOf = (errors) => Array.from(new Set(errors.map(({ message, type = "" }) => message || type))).join(" ").trim() || void 0;

// src/http/secrets.ts
var UNSEEN = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*`;
var REMOVED = "***";
function secretRemover(secret) {
  if (secret === "") return (value) => value;
  const spelling = Array.from(secret, spellingsOf).join(UNSEEN);
  const all = new RegExp(spelling, "giu");
  const any = new RegExp(spelling, "iu");
  const fromText = (text2) => {
    const rest = text2.replace(all, REMOVED);
    return isAscii(rest) || !any.test(rest.normalize("NFKC")) ? rest : REMOVED;
  };
  return (value) => mapTexts(value, fromText);
}
function spellingsOf(character) {
  const code2 = character.charCodeAt(0);
  const hex = code2.toString(16).padStart(2, "0");
  const literal2 = String.raw`\\*\u{${hex}}`;
  const percent = `%(?:25)*${hex}`;
  const reference = `&(?:amp;)*#(?:0*${code2}|x0*${hex});?`;
  const escaped = String.raw`\\+(?:u0*${hex}|u\{0*${hex}\}|x${hex})`;
  return `(?:${[literal2, percent, reference, escaped].join("|")})`;
}
var isAscii = (text2) => /^[\x00-\x7f]*$/u.test(text2);
function mapTexts(value, map) {
  if (typeof value === "string") return map(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, map)]));
}

// src/github/graphql.ts
var STOPPED_TYPES = ["RESOURCE_LIMITS_EXCEEDED", ...LIMIT_TYPES];
async function openGraphql({ token, apiUrl, fetch }, waiting) {
  const { getOctokit } = await __nccwpck_require__.e(/* import() */ 611).then(__nccwpck_require__.bind(__nccwpck_require__, 611));
  const request = { fetch: hideFromOctokit(fetch), parseSuccessResponseBody: false };
  const octokit = getOctokit(token, { baseUrl: apiUrl, request });
  const removeToken = secretRemover(token);
  return async ({ text: text2, variables, ...expected }, signal) => {
    const sending = octokit.graphql(text2, { ...variables, request: { signal } });
    const outcome = await withHeartbeat((0,chunk_6CJ3USB6/* line */.n8)`GitHub's response`, sending, waiting);
    if (outcome.status === "rejected") {
      const { reason } = outcome;
      throw reason instanceof RequestError ? networkError(reason) : reason;
    }
    return readData(outcome.value, expected, { apiUrl, now: waiting.clock.now(), removeToken });
  };
}
function readData(response, {
  schema,
  onlyWhole = false,
  selectErrors = (errors) => errors
}, circumstances) {
  if (response.status !== 200) throw statusError(response, circumstances);
  const { removeToken } = circumstances;
  const bodySchema2 = (0,chunk_HEEGJHRK/* object */.Ik)({ data: schema, errors: errorsSchema });
  const { data, errors = [] } = readJson(response.text, bodySchema2, removeToken) ?? {};
  const isWhole = !onlyWhole || !errors.some(({ type = "" }) => STOPPED_TYPES.includes(type));
  if (data !== void 0 && isWhole) return data;
  throw dataError(response, selectErrors(errorsIn(response.text, circumstances)), circumstances);
}
var errorsIn = (text2, { removeToken }) => readJson(text2, (0,chunk_HEEGJHRK/* object */.Ik)({ errors: errorsSchema }), removeToken)?.errors ?? [];
function hideFromOctokit(fetch) {
  return async (...request) => {
    const [outcome] = await Promise.allSettled([fetch(...request)]);
    return { status: 200, headers: /* @__PURE__ */ new Map(), body: { data: outcome } };
  };
}

// src/github/queries.ts
var COMMENT = "id url body ours: viewerDidAuthor";
var HISTORY = "createdAt @include(if: $reactions) reactions: reactionGroups @include(if: $reactions)";
var PAGE = `id locked closed comments(last: $size, before: $before) {
  nodes { ${COMMENT} ${HISTORY} { content viewerHasReacted } }
  pageInfo { hasPreviousPage startCursor }
}`;
var ISSUE = `issueOrPullRequest(number: $number) { __typename ... on Issue { ${PAGE} } ... on PullRequest { ${PAGE} } }`;
var DISCUSSION = `discussion(number: $number) { __typename ${PAGE} }`;
var readQuery = (kind) => `
query ($owner: String!, $name: String!, $number: Int!, $size: Int!, $before: String, $reactions: Boolean!) {
  repository(owner: $owner, name: $name) {
    ${kind === "discussion" ? "" : ISSUE}
    ${kind === void 0 || kind === "discussion" ? DISCUSSION : ""}
  }
}`;
var reactionsSchema = (0,chunk_HEEGJHRK/* pipe */.Fs)(
  (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* nullish */.cl)((0,chunk_HEEGJHRK/* array */.YO)((0,chunk_HEEGJHRK/* object */.Ik)({ content: (0,chunk_HEEGJHRK/* string */.Yj)(), viewerHasReacted: (0,chunk_HEEGJHRK/* boolean */.zM)() }))), void 0),
  (0,chunk_HEEGJHRK/* transform */.pd)(
    (groups) => groups ? groups.filter(({ viewerHasReacted }) => viewerHasReacted).map(({ content }) => content) : "unknown"
  )
);
var commentSchema = (0,chunk_HEEGJHRK/* object */.Ik)({
  id: (0,chunk_HEEGJHRK/* string */.Yj)(),
  url: (0,chunk_HEEGJHRK/* string */.Yj)(),
  body: (0,chunk_HEEGJHRK/* string */.Yj)(),
  ours: (0,chunk_HEEGJHRK/* boolean */.zM)(),
  createdAt: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)()), void 0),
  reactions: reactionsSchema
});
var nodeSchema = (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* nullable */.me)(commentSchema), null);
var threadSchema2 = (0,chunk_HEEGJHRK/* object */.Ik)({
  __typename: (0,chunk_HEEGJHRK/* _enum */.$8)(["Issue", "PullRequest", "Discussion"]),
  id: (0,chunk_HEEGJHRK/* string */.Yj)(),
  locked: (0,chunk_HEEGJHRK/* boolean */.zM)(),
  closed: (0,chunk_HEEGJHRK/* boolean */.zM)(),
  comments: (0,chunk_HEEGJHRK/* object */.Ik)({
    nodes: (0,chunk_HEEGJHRK/* array */.YO)(nodeSchema),
    pageInfo: (0,chunk_HEEGJHRK/* object */.Ik)({ hasPreviousPage: (0,chunk_HEEGJHRK/* boolean */.zM)(), startCursor: (0,chunk_HEEGJHRK/* nullable */.me)((0,chunk_HEEGJHRK/* string */.Yj)()) })
  })
});
var readSchema = (0,chunk_HEEGJHRK/* object */.Ik)({
  repository: (0,chunk_HEEGJHRK/* union */.KC)([
    (0,chunk_HEEGJHRK/* object */.Ik)({ issueOrPullRequest: threadSchema2 }),
    (0,chunk_HEEGJHRK/* object */.Ik)({ discussion: threadSchema2 })
  ])
});
var ADD_COMMENT = `mutation ($id: ID!, $body: String!, $isDiscussion: Boolean!) {
  addComment(input: { subjectId: $id, body: $body }) @skip(if: $isDiscussion) { commentEdge { node { ${COMMENT} } } }
  addDiscussionComment(input: { discussionId: $id, body: $body }) @include(if: $isDiscussion) { comment { ${COMMENT} } }
}`;
var addedSchema = (0,chunk_HEEGJHRK/* union */.KC)([
  (0,chunk_HEEGJHRK/* object */.Ik)({
    addComment: (0,chunk_HEEGJHRK/* object */.Ik)({ commentEdge: (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* nullable */.me)((0,chunk_HEEGJHRK/* object */.Ik)({ node: nodeSchema })), null) })
  }),
  (0,chunk_HEEGJHRK/* object */.Ik)({ addDiscussionComment: (0,chunk_HEEGJHRK/* object */.Ik)({ comment: nodeSchema }) })
]);
var ADD_REACTION = `mutation ($id: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $id, content: $content }) { reaction { content } }
}`;
var reactedSchema = (0,chunk_HEEGJHRK/* object */.Ik)({ addReaction: (0,chunk_HEEGJHRK/* object */.Ik)({}) });

// src/github/comments.ts
function commentLink({ url }) {
  const address = webAddress(url) ?? "";
  return { id: /comment-(\d+)$/u.exec(address)?.[1] ?? "", url: address };
}
var MAX_PAGE_SIZE = 100;
var MAX_PAGES = 100;
async function openComments(about, connection, services) {
  const ask = await openGraphql(connection, services);
  const readPage = pageReader(about, connection, ask);
  return {
    thread: about,
    /** Where comments are posted. GitHub is asked only if the thread's kind or id is unknown. */
    async findTarget(purpose) {
      const { kind, number, id } = about;
      if (kind !== void 0 && id !== void 0) return { kind, number, id, locked: "unknown" };
      return (await purpose.retry(() => readPage({ kind, before: null, size: 1 }, purpose.signal))).target;
    },
    /** Reads pages of comments, the newest first, as far back as is enough. Returns the last one that was read. */
    readPages: (purpose, isEnough) => readPages(readPage, { known: about.kind, isEnough }, purpose),
    /** Posts a comment, without retrying. */
    async post({ kind, id }, body, signal) {
      const variables = { id, body, isDiscussion: kind === "discussion" };
      const added = await ask({ text: ADD_COMMENT, variables, schema: addedSchema }, signal);
      const comment = "addComment" in added ? added.addComment.commentEdge?.node : added.addDiscussionComment.comment;
      if (!comment) throw incomplete((0,chunk_6CJ3USB6/* line */.n8)`GitHub left the new comment out of its response`);
      return comment;
    },
    /** Reacts to the comment or thread with GraphQL's `id`, without retrying. */
    async react(id, content, signal) {
      await ask({ text: ADD_REACTION, variables: { id, content }, schema: reactedSchema }, signal);
    }
  };
}
var KINDS = { Issue: "issue", PullRequest: "pull request", Discussion: "discussion" };
function pageReader({ number }, { repository, reactions }, ask) {
  const [owner = "", name = ""] = repository.split("/");
  const lacksReactions = ({ ours, reactions: own }) => reactions && ours && own === "unknown";
  return async ({ kind, before, size }, signal) => {
    const variables = { owner, name, number, size, before, reactions };
    const query = { text: readQuery(kind), variables, schema: readSchema, onlyWhole: true };
    const { repository: repository2 } = await ask(
      kind === void 0 ? { ...query, selectErrors: preferUnexpected } : query,
      signal
    );
    const thread = "issueOrPullRequest" in repository2 ? repository2.issueOrPullRequest : repository2.discussion;
    const { nodes, pageInfo } = thread.comments;
    const older = pageInfo.hasPreviousPage ? pageInfo.startCursor : void 0;
    return {
      target: { kind: KINDS[thread.__typename], number, id: thread.id, locked: thread.locked },
      isClosed: thread.closed,
      comments: nodes.map((node) => node ?? "unreadable"),
      older,
      isWhole: older !== null && nodes.every((node) => node && !lacksReactions(node))
    };
  };
}
function preferUnexpected(errors) {
  const unexpected = errors.filter(({ type }) => type !== "NOT_FOUND" && type !== "FORBIDDEN");
  return unexpected.length > 0 ? unexpected : errors;
}
async function readPages(readPage, { known, isEnough }, purpose) {
  const cursors = /* @__PURE__ */ new Set();
  let kind = known;
  let before = null;
  let size = MAX_PAGE_SIZE;
  const read2 = async () => {
    try {
      return await readPage({ kind, before, size }, purpose.signal);
    } catch (error2) {
      if (error2 instanceof GitHubError && error2.problem === "too much") size = Math.ceil(size / 2);
      throw error2;
    }
  };
  for (; ; ) {
    if (cursors.has(before) || cursors.size === MAX_PAGES)
      throw incomplete((0,chunk_6CJ3USB6/* line */.n8)`GitHub's pages of comments do not end`);
    cursors.add(before);
    const { older, isWhole, ...page } = await readWhole(read2, purpose);
    if (isEnough(page) || older === void 0) return page;
    if (older === null) throw incomplete((0,chunk_6CJ3USB6/* line */.n8)`GitHub did not say where the older comments are`);
    before = older;
    kind = page.target.kind;
  }
}
async function readWhole(read2, purpose) {
  let partial;
  const attempt = async () => {
    partial = await read2();
    if (partial.isWhole) return partial;
    throw incomplete((0,chunk_6CJ3USB6/* line */.n8)`GitHub left out some of the comments on ${named(partial.target)}`);
  };
  return purpose.retry(attempt).catch((error2) => {
    if (partial && error2 instanceof GitHubError && error2.problem === "incomplete") return partial;
    throw error2;
  });
}

// src/http/retry.ts
var MIN_PAUSE_MS = 1e3;
var MAX_PAUSE_MS = 12e4;
async function retry(attempt, waiting) {
  const { clock, log, random, retries, signal } = waiting;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error2) {
      const transient = error2 instanceof RequestError && error2.transient && !signal.aborted;
      if (!transient || tries > retries) throw error2;
      const asked = Math.max(error2.retryAfterMs ?? 0, MIN_PAUSE_MS);
      const ms = Math.min(asked + MIN_PAUSE_MS * 2 ** (tries - 1) * random(), MAX_PAUSE_MS);
      const seconds = (ms / 1e3).toFixed(1);
      log.info((0,chunk_6CJ3USB6/* line */.n8)`${error2.reason}. Retrying in ${seconds} s (try ${tries + 1} of ${retries + 1}).`);
      await withHeartbeat((0,chunk_6CJ3USB6/* line */.n8)`the next try`, clock.sleep(ms, signal), waiting);
    }
  }
}

// src/harmonica/responses.ts
var joinUrl = (0,chunk_HEEGJHRK/* pipe */.Fs)(
  (0,chunk_HEEGJHRK/* pipe */.Fs)((0,chunk_HEEGJHRK/* string */.Yj)(), (0,chunk_HEEGJHRK/* transform */.pd)(webAddress)),
  (0,chunk_HEEGJHRK/* string */.Yj)().check((0,chunk_HEEGJHRK/* refine */.YP)((url) => !url.includes(REMOVED)))
);
var lenient = (schema) => (0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* optional */.lq)(schema), void 0);
var MAX_PARTICIPANTS = 1e6;
var listedSchema = (0,chunk_HEEGJHRK/* object */.Ik)({
  // It becomes a part of URLs, where half a surrogate pair is invalid, and `.` or `..` would lead elsewhere.
  id: (0,chunk_HEEGJHRK/* string */.Yj)().check(
    (0,chunk_HEEGJHRK/* _regex */.Fk)(/^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}]{1,500}$/u),
    (0,chunk_HEEGJHRK/* refine */.YP)((id) => !id.includes(REMOVED))
  ),
  topic: lenient((0,chunk_HEEGJHRK/* string */.Yj)()),
  goal: lenient((0,chunk_HEEGJHRK/* string */.Yj)()),
  status: lenient((0,chunk_HEEGJHRK/* string */.Yj)()),
  participant_count: lenient((0,chunk_HEEGJHRK/* int */.Wh)().check((0,chunk_HEEGJHRK/* _gte */.qm)(0), (0,chunk_HEEGJHRK/* _lte */.Zm)(MAX_PARTICIPANTS))),
  created_at: lenient((0,chunk_HEEGJHRK/* string */.Yj)()),
  updated_at: lenient((0,chunk_HEEGJHRK/* string */.Yj)())
});
var detailsSchema = (0,chunk_HEEGJHRK/* extend */.X$)(listedSchema, { summary: lenient((0,chunk_HEEGJHRK/* nullable */.me)((0,chunk_HEEGJHRK/* string */.Yj)())) });
function summaryOf({ summary: summary2 }) {
  const text2 = summary2?.trim() ?? "";
  return text2 === "" || /^\W*I apologize, but I\b/iu.test(text2) ? void 0 : text2;
}
var listSchema = (0,chunk_HEEGJHRK/* object */.Ik)({ data: (0,chunk_HEEGJHRK/* array */.YO)((0,chunk_HEEGJHRK/* _catch */.nb)((0,chunk_HEEGJHRK/* nullable */.me)(listedSchema), null)) });
var createdSchema = (0,chunk_HEEGJHRK/* extend */.X$)(listedSchema, {
  join_url: lenient(joinUrl),
  chain: lenient((0,chunk_HEEGJHRK/* object */.Ik)({ status: (0,chunk_HEEGJHRK/* string */.Yj)(), message: lenient((0,chunk_HEEGJHRK/* string */.Yj)()) }))
});
var envelopeSchema = (0,chunk_HEEGJHRK/* object */.Ik)({ error: (0,chunk_HEEGJHRK/* object */.Ik)({ code: (0,chunk_HEEGJHRK/* string */.Yj)(), message: (0,chunk_HEEGJHRK/* string */.Yj)() }) });
function joinUrlOf(id, { appUrl }) {
  return `${appUrl}/chat?s=${encodeURIComponent(id)}`;
}
function timeOf(text2 = "") {
  const zoned = /(?:z|utc|gmt|[+-]\d\d(?::?\d\d)?)$/iu.test(text2) && /:/u.test(text2);
  return Date.parse(zoned ? text2 : `${text2}Z`);
}

// src/harmonica/client.ts
var USER_AGENT = "harmonica-session-action/1.0.0";
var MAX_PAGE = 100;
var MAX_LISTED = 500;
var WAITS_AFTER_NO_MS = [1e3, 4e3];
var EMPTY_LIST_WAIT_MS = 1e3;
function createClient(connection, waiting) {
  const ask = createAsk(connection, waiting);
  const getSession = (id) => getSessionOnce(id, ask);
  const reads = /* @__PURE__ */ new Map();
  return {
    server: connection.server,
    timeoutMs: connection.timeoutMs,
    /**
     * @param signal cancels the request. It may fire later than the run is cancelled: a response may be on its way
     * @throws RequestError
     */
    async createSession(request, signal) {
      return (await ask("/sessions", createdSchema, post((0,chunk_HEEGJHRK/* apiBody */.Jh)(request), signal))).data;
    },
    /**
     * Pages of the most recently changed sessions, at most 500 sessions in all.
     *
     * @param fragment plain text within topic or goal; undefined lists all sessions
     * @throws RequestError
     */
    listSessions: (fragment) => listSessions(ask, fragment, waiting),
    /** Whether the API accepts the key right now, by a request that costs nothing. @throws the reason of a cancelled run */
    async knowsKey() {
      const response = await orError(ask("/me", (0,chunk_HEEGJHRK/* unknown */.L5)()), waiting.signal);
      return !(response instanceof RequestError);
    },
    /** @throws RequestError */
    getSession,
    /**
     * Ends a session, which is harmless where that was done before.
     *
     * @param signal ends the request, whose response may be on its way when the run is cancelled
     * @throws RequestError also where the response does not say that the session has ended
     */
    async closeSession(id, signal) {
      const { data } = await ask(`${pathOf(id)}/close`, listedSchema, post({}, signal));
      if (data.id === id && data.status === "completed") return;
      throw new RequestError((0,chunk_6CJ3USB6/* line */.n8)`Harmonica does not say that session ${id} has ended`, { transient: true });
    },
    /**
     * Has Harmonica write a session's summary, in place of any that is there. That may be charged, and take 90 s. What it
     * writes is not read.
     *
     * @param signal as above
     * @throws RequestError
     */
    async writeSummary(id, signal) {
      await ask(`${pathOf(id)}/summary`, (0,chunk_HEEGJHRK/* object */.Ik)({}), post({}, signal));
    },
    /**
     * Reads a session, with retries. It is read once per run: later calls return the first one's result.
     *
     * @param isAfresh whether to read it again, because something was done to it
     * @throws the reason of a cancelled run
     */
    readSession(id, isAfresh = false) {
      const known = reads.get(id);
      if (known !== void 0 && !isAfresh) return known;
      const reading = orError(
        retry(() => getSession(id), waiting),
        waiting.signal
      );
      reads.set(id, reading);
      return reading;
    }
  };
}
var pathOf = (id) => `/sessions/${encodeURIComponent(id)}`;
var post = (body, signal) => ({ method: "POST", body: JSON.stringify(body), signal });
function createAsk({ server, apiKey, fetch }, waiting) {
  const { clock, log, signal } = waiting;
  const headers = { authorization: `Bearer ${apiKey}`, accept: "application/json", "user-agent": USER_AGENT };
  const removeKey = secretRemover(apiKey);
  return (path, schema, init) => {
    const once3 = async () => {
      const type = init?.body === void 0 ? {} : { "content-type": "application/json" };
      const options = { signal, ...init, headers: { ...headers, ...type } };
      const response = await fetch(`${server.apiUrl}${path}`, options);
      return {
        data: readData2(response, schema, { isRead: init?.method === void 0, removeKey }),
        headers: response.headers
      };
    };
    const retryDenied = async () => {
      for (const ms of WAITS_AFTER_NO_MS) {
        const response = await once3().catch(asRequestError);
        if (!(response instanceof RequestError)) return response;
        if (response.status !== 401 && response.status !== 403) throw response;
        log.info(
          (0,chunk_6CJ3USB6/* line */.n8)`Harmonica responded with ${response.status}. Retrying in ${ms / 1e3} s, since a service in trouble responds like that too.`
        );
        await clock.sleep(ms, signal);
      }
      return once3();
    };
    return withHeartbeat((0,chunk_6CJ3USB6/* line */.n8)`Harmonica's response`, retryDenied(), waiting);
  };
}
async function getSessionOnce(id, ask) {
  const { data } = await ask(pathOf(id), detailsSchema);
  if (data.id === id) return data;
  throw new RequestError((0,chunk_6CJ3USB6/* line */.n8)`Harmonica responded with a session other than ${id}`, { transient: true });
}
async function* listSessions(ask, fragment, waiting) {
  let size = MAX_PAGE;
  let mayBeEmpty = false;
  for (let offset = 0; offset < MAX_LISTED; ) {
    const page = { limit: `${size}`, offset: `${offset}` };
    const query = new URLSearchParams({ ...fragment && { q: fragment }, ...page });
    try {
      const { data, headers } = await ask(`/sessions?${query}`, listSchema);
      const { length } = data.data;
      if (length > 0 || mayBeEmpty) {
        const sessions = data.data.filter((item) => item !== null);
        const isLast = length < size;
        yield { sessions, serverTime: serverTime(headers), isLast };
        if (isLast) return;
        offset += length;
      } else {
        const pause = waiting.clock.sleep(EMPTY_LIST_WAIT_MS, waiting.signal);
        await withHeartbeat((0,chunk_6CJ3USB6/* line */.n8)`the second request for the list`, pause, waiting);
      }
      mayBeEmpty = true;
    } catch (error2) {
      if (!(error2 instanceof RequestError) || !error2.tooLong || size === 1) throw error2;
      size = Math.floor(size / 2);
    }
  }
}
function readData2(response, schema, reading) {
  const { status, text: text2 } = response;
  if (status < 200 || status > 299) throw failure(response, reading);
  const data = readJson(text2, schema, reading.removeKey);
  if (data !== void 0) return data;
  const reason = (0,chunk_6CJ3USB6/* line */.n8)`Harmonica responded with ${status}, but not in the documented shape`;
  throw new RequestError(reason, { status, transient: true });
}
function failure({ status, headers, text: text2 }, { isRead, removeKey }) {
  const error2 = readJson(text2, envelopeSchema, removeKey)?.error;
  const isPlain = status >= 400 && headers.get("content-type")?.startsWith("text/plain");
  const serverMessage = (error2?.message.trim() ?? (isPlain && removeKey((0,chunk_6CJ3USB6/* oneLine */.TN)(text2)))) || void 0;
  const isGateway = !error2 && status === 404;
  return new RequestError((0,chunk_6CJ3USB6/* line */.n8)`Harmonica responded with ${status}${inBrackets(serverMessage)}`, {
    status,
    serverMessage,
    code: error2?.code,
    transient: !isRefusal(status) || isGateway && isRead,
    retryAfterMs: retryAfterMs(headers)
  });
}

// src/action/services.ts
var MAX_RESPONSE_BYTES = 16 * 1048576;
var GITHUB_TIMEOUT_MS = 3e4;
var MAX_PAGE_BYTES = 48 * 1048576;
function openServices(settings, runner) {
  const { apiKey, apiUrl: server, githubToken: token, retries } = settings;
  const { log, clock, random, cancelSignal, graceSignal, createFetch: createFetch2 } = runner;
  const timeoutMs = settings.timeout * 1e3;
  const waiting = { log, clock, random, retries, signal: cancelSignal };
  const fetch = createFetch2({ timeoutMs, maxResponseBytes: MAX_RESPONSE_BYTES });
  return {
    log,
    waiting,
    graceSignal,
    harmonica: createClient({ server, apiKey, timeoutMs, fetch }, waiting),
    apiKey,
    openThread(thread, reactions = false) {
      const limits = { timeoutMs: GITHUB_TIMEOUT_MS, maxResponseBytes: MAX_PAGE_BYTES };
      const { githubApiUrl: apiUrl, repository } = runner.environment;
      const github = { token, apiUrl, repository: repository.name, reactions, fetch: createFetch2(limits) };
      return openComments(thread, github, { clock, log });
    }
  };
}

// src/action/started-by.ts
var senderSchema = (0,chunk_HEEGJHRK/* object */.Ik)({ sender: (0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* object */.Ik)({ type: (0,chunk_HEEGJHRK/* literal */.eu)("User") })) });
var labeledSchema = (0,chunk_HEEGJHRK/* extend */.X$)(senderSchema, { action: (0,chunk_HEEGJHRK/* literal */.eu)("labeled") });
var closedSchema = (0,chunk_HEEGJHRK/* extend */.X$)(senderSchema, { action: (0,chunk_HEEGJHRK/* literal */.eu)("closed") });
var THREAD_EVENTS = /^(?:issues|pull_request(?:_target)?|discussion)$/u;
function isStartedByPerson({ name, payload }) {
  if (name === "workflow_dispatch") return (0,chunk_HEEGJHRK/* safeParse */.xL)(senderSchema, payload ?? {}).success;
  return THREAD_EVENTS.test(name) && (0,chunk_HEEGJHRK/* safeParse */.xL)(labeledSchema, payload).success;
}
function isClosedByPerson({ name, payload }) {
  return THREAD_EVENTS.test(name) && (0,chunk_HEEGJHRK/* safeParse */.xL)(closedSchema, payload).success;
}

// src/github/advice.ts
function withAdvice(error2, attempt) {
  const advice = ADVICE[error2.problem]?.(attempt, error2);
  return advice ? (0,chunk_6CJ3USB6/* line */.n8)`${error2.reason}. ${advice}` : (0,chunk_6CJ3USB6/* line */.n8)`${error2.reason}.`;
}
var UNLOCK = (0,chunk_6CJ3USB6/* line */.n8)`Unlock the conversation, or set issue-number to another issue.`;
var MINUTE_MS = 6e4;
var ADVICE = {
  "unknown query": () => (0,chunk_6CJ3USB6/* line */.n8)`This server's GraphQL API does not know the query, so it is probably an older GitHub Enterprise Server. Until it is updated, the step cannot read or post comments there.`,
  archived: () => (0,chunk_6CJ3USB6/* line */.n8)`The repository is archived, so nobody can comment there. Unarchive it, or run the workflow in another repository.`,
  locked: () => UNLOCK,
  SAML: () => (0,chunk_6CJ3USB6/* line */.n8)`The organization requires SAML single sign-on: authorize the token in input github-token for it, or leave github-token out to use the job's own token.`,
  "IP allow list": () => (0,chunk_6CJ3USB6/* line */.n8)`The organization admits only addresses on its IP allow list: add the runner's address, or use a runner whose address is on the list.`,
  "body too long": () => (0,chunk_6CJ3USB6/* line */.n8)`Shorten the texts that the comment shows, such as comment-message.`,
  "no GraphQL": () => (0,chunk_6CJ3USB6/* line */.n8)`The step needs it to read and post comments. Gitea and Forgejo have none, so the step cannot comment there.`,
  credentials: () => (0,chunk_6CJ3USB6/* line */.n8)`Check input github-token, or leave it out to use the job's own token.`,
  permission: permissionAdvice,
  number: (attempt) => {
    const { action, on } = attempt;
    const missing2 = on.kind ? (0,chunk_6CJ3USB6/* line */.n8)`there is no ${on.kind} #${on.number}` : (0,chunk_6CJ3USB6/* line */.n8)`there is no issue, pull request or discussion #${on.number}`;
    const input = action === "context" ? "context-session" : "issue-number";
    return (0,chunk_6CJ3USB6/* line */.n8)`Either ${missing2} (check ${input}), or the job lacks the permission ${permissionFor(attempt)}.`;
  },
  limit: ({ action }, { limitEndsAt = 0 }) => {
    const end2 = new Date(Math.ceil(limitEndsAt / MINUTE_MS) * MINUTE_MS);
    const time = `${end2.toISOString().slice(0, 16).replace("T", " ")} UTC`;
    return action === "comment" ? (0,chunk_6CJ3USB6/* line */.n8)`GitHub accepts requests again at ${time}.` : (0,chunk_6CJ3USB6/* line */.n8)`GitHub accepts requests again at ${time}: run the job again after that.`;
  }
};
function permissionAdvice(attempt) {
  const { action, on } = attempt;
  const needs = (0,chunk_6CJ3USB6/* line */.n8)`The job needs the permission ${permissionFor(attempt)}.`;
  if (action === "context") return needs;
  const mayBeLocked = action !== "check" && on.locked !== false;
  if (mayBeLocked && on.locked === true)
    return (0,chunk_6CJ3USB6/* line */.n8)`The conversation is locked, which may be why. ${UNLOCK} ${needs}`;
  if (on.fork) return (0,chunk_6CJ3USB6/* line */.n8)`${needs} This pull request comes from a fork, whose runs get a read-only token.`;
  const lock = mayBeLocked ? (0,chunk_6CJ3USB6/* line */.n8)`, and nobody can comment where the conversation is locked` : (0,chunk_6CJ3USB6/* line */.n8)``;
  return (0,chunk_6CJ3USB6/* line */.n8)`${needs} If the workflow already grants it: a job's permissions replace the workflow's, and a run for a fork or for Dependabot gets a read-only token${lock}.`;
}
var PERMISSIONS = { issue: "issues", "pull request": "pull-requests", discussion: "discussions" };
function permissionFor({ action, on: { kind } }) {
  const access2 = action === "context" ? "read" : "write";
  const permission = (of) => `${PERMISSIONS[of]}: ${access2}`;
  return kind ? permission(kind) : `${permission("issue")} (${permission("pull request")} for a pull request, ${permission("discussion")} for a discussion)`;
}

// src/github/purpose.ts
var MAX_LOST_MS = 18e4;
var MAX_PAUSE_MS2 = 12e4;
var MIN_PAUSE_MS2 = 1e3;
var SHORT_PAUSES_MS = [1e3, 4e3];
function startPurpose(waiting) {
  const { clock, log, signal } = waiting;
  let lostMs = 0;
  const wait = async (what, ms) => {
    lostMs += ms;
    await withHeartbeat(what, clock.sleep(ms, signal), waiting);
  };
  const retry2 = async (attempt, isFinal = () => false) => {
    const failures = { permanent: 0, limit: 0, "maybe no": 0, unknown: 0 };
    for (; ; ) {
      const startedAt = clock.elapsed();
      try {
        return await attempt();
      } catch (error2) {
        lostMs += clock.elapsed() - startedAt;
        if (!(error2 instanceof GitHubError) || isFinal(error2) || signal.aborted) throw error2;
        failures[error2.kind] += 1;
        const ms = pauseAfter(error2, failures[error2.kind], waiting);
        if (ms > MAX_PAUSE_MS2 || lostMs + ms > MAX_LOST_MS) throw error2;
        log.info((0,chunk_6CJ3USB6/* line */.n8)`${error2.reason}. Retrying in ${(ms / 1e3).toFixed(1)} s.`);
        await wait((0,chunk_6CJ3USB6/* line */.n8)`the next try`, ms);
      }
    }
  };
  return { signal, wait, retry: retry2 };
}
function pauseAfter(error2, failures, { retries, random }) {
  const growing = MIN_PAUSE_MS2 * 2 ** (failures - 1);
  const least = Math.max(error2.retryAfterMs ?? 0, error2.kind === "limit" ? growing : MIN_PAUSE_MS2);
  const addJitter = (spreadMs) => Math.max(least, Math.min(least + spreadMs * random(), MAX_PAUSE_MS2));
  switch (error2.kind) {
    case "permanent":
      return Number.POSITIVE_INFINITY;
    case "limit":
      return addJitter(MIN_PAUSE_MS2);
    case "maybe no":
      return SHORT_PAUSES_MS[failures - 1] ?? Number.POSITIVE_INFINITY;
    case "unknown":
      if (error2.problem === "incomplete") return SHORT_PAUSES_MS[failures - 1] ?? Number.POSITIVE_INFINITY;
      return failures > retries ? Number.POSITIVE_INFINITY : addJitter(growing);
  }
}

// src/github/reactions.ts
async function addReaction(comments, { content, target, comment }, waiting) {
  const purpose = startPurpose(waiting);
  try {
    const { id } = comment ?? target ?? await comments.findTarget(purpose);
    await purpose.retry(() => comments.react(id, content, purpose.signal));
    return { state: "added" };
  } catch (error2) {
    if (waiting.signal.aborted)
      return { state: "unknown", why: (0,chunk_6CJ3USB6/* line */.n8)`The run was canceled before GitHub responded.` };
    if (!(error2 instanceof GitHubError)) throw error2;
    const why = withAdvice(error2, { action: "reaction", on: { ...comments.thread, ...target } });
    return { state: error2.kind === "unknown" || error2.kind === "limit" ? "unknown" : "refused", why };
  }
}
function hasReacted({ reactions }, content) {
  return reactions === "unknown" ? "unknown" : reactions.includes(content);
}

// src/invitations/marker.ts

var place = { repository: (0,chunk_HEEGJHRK/* string */.Yj)(), number: (0,chunk_HEEGJHRK/* int */.Wh)() };
var markerSchema = (0,chunk_HEEGJHRK/* object */.Ik)({
  ...place,
  /** Tells the sessions on one thread apart. */
  sessionKey: (0,chunk_HEEGJHRK/* string */.Yj)(),
  /** {@link shortHash} of an explicit topic; undefined for one that follows the thread's title. */
  topicHash: (0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)()),
  sessionId: (0,chunk_HEEGJHRK/* string */.Yj)(),
  joinUrl,
  /** Whether the invitation says that the results inform the next session. */
  informsNext: (0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* boolean */.zM)()),
  /** Whether the invitation says that a summary will be posted there. */
  sharesResults: (0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* boolean */.zM)()),
  /** The day by the end of which people should take part, and the time zone whose day it is. */
  until: (0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)()),
  timezone: (0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)())
});
var sessionMarker = defineMarker("harmonica-session", markerSchema);
var resultsMarker = defineMarker("harmonica-results", (0,chunk_HEEGJHRK/* object */.Ik)({ ...place, resultsOf: (0,chunk_HEEGJHRK/* string */.Yj)() }));
var reminderMarker = defineMarker(
  "harmonica-reminder",
  (0,chunk_HEEGJHRK/* object */.Ik)({ ...place, reminderOf: (0,chunk_HEEGJHRK/* string */.Yj)(), run: (0,chunk_HEEGJHRK/* string */.Yj)(), attempt: (0,chunk_HEEGJHRK/* int */.Wh)() })
);
function deadlineOf({ until, timezone }) {
  if (until === void 0 || timezone === void 0 || !(0,chunk_4CAFETZU/* isDay */.N)(until)) return void 0;
  const deadline = { until, timezone };
  try {
    (0,chunk_4CAFETZU/* hasPassed */.Pc)(deadline, 0);
    return deadline;
  } catch {
    return void 0;
  }
}
function defineMarker(name, schema) {
  const beginning = `<!-- ${name} v1 `;
  const pattern = new RegExp(String.raw`^${beginning}([\w-]{1,8192})\.([\w-]{43}) -->\r?$`, "gmu");
  return {
    sign(content, apiKey) {
      const encoded = Buffer.from(JSON.stringify(content)).toString("base64url");
      return `${beginning}${encoded}.${signature(encoded, apiKey)} -->`;
    },
    /**
     * The content of the marker in a comment. Only the last line that is nothing but a marker counts, since people quote
     * comments. `another-key` for a marker that was signed with another key, or altered; undefined without any.
     */
    find(comment, apiKey) {
      if (!comment.includes(beginning)) return void 0;
      let last;
      for (const found of comment.matchAll(pattern)) last = found;
      if (!last) return void 0;
      const [, encoded = "", signed = ""] = last;
      const isOurs = (0,external_node_crypto_namespaceObject.timingSafeEqual)(Buffer.from(signed), Buffer.from(signature(encoded, apiKey)));
      if (!isOurs) return "another-key";
      return readJson(Buffer.from(encoded, "base64url").toString("utf8"), schema) ?? "another-key";
    }
  };
}
function shortHash(text2) {
  return (0,external_node_crypto_namespaceObject.createHash)("sha256").update(text2).digest("base64url").slice(0, 16);
}
function signature(encoded, apiKey) {
  return (0,external_node_crypto_namespaceObject.createHmac)("sha256", apiKey).update(encoded).digest("base64url");
}

// src/invitations/linked-sessions.ts
function resultsStateOf({
  results,
  invitation,
  unreadableSince
}) {
  if (results) return "posted";
  const wasPosted = hasReacted(invitation, "HOORAY");
  if (wasPosted === true) return "taken back";
  return wasPosted === "unknown" || unreadableSince ? "unknown" : "not posted";
}
function readLinkedSessions({ comments, scope }, isEnough, { waiting, apiKey }) {
  const isHere = ({ repository, number }) => repository === scope.repository && number === scope.number;
  const isFor = (marker) => isHere(marker) && (scope.sessionKey === void 0 || marker.sessionKey === scope.sessionKey);
  const sessions = [];
  const results = /* @__PURE__ */ new Map();
  const reminders = /* @__PURE__ */ new Map();
  let signedByAnotherKey = 0;
  let byOtherAccounts = 0;
  let hasUnreadable = false;
  const readComment = (comment) => {
    const found = comment.ours ? resultsMarker.find(comment.body, apiKey) : void 0;
    if (found && found !== "another-key" && isHere(found)) results.set(found.resultsOf, commentLink(comment));
    const reminder = comment.ours ? reminderMarker.find(comment.body, apiKey) : void 0;
    if (reminder && reminder !== "another-key" && isHere(reminder) && !reminders.has(reminder.reminderOf))
      reminders.set(reminder.reminderOf, commentLink(comment));
    const marker = sessionMarker.find(comment.body, apiKey);
    if (marker === "another-key" && comment.ours) signedByAnotherKey += 1;
    if (marker === void 0 || marker === "another-key" || !isFor(marker)) return;
    if (!comment.ours) byOtherAccounts += 1;
    else if (!sessions.some((each) => each.marker.sessionId === marker.sessionId))
      sessions.push({
        marker,
        invitation: comment,
        results: results.get(marker.sessionId),
        reminder: reminders.get(marker.sessionId),
        unreadableSince: hasUnreadable
      });
  };
  const readPages2 = async () => {
    const { target, isClosed } = await comments.readPages(startPurpose(waiting), (page) => {
      for (const comment of page.comments.toReversed()) {
        if (comment === "unreadable") hasUnreadable = true;
        else readComment(comment);
      }
      return isEnough(sessions);
    });
    return { sessions, signedByAnotherKey, byOtherAccounts, hasUnreadable, target, isClosed };
  };
  return orGitHubError(readPages2(), waiting.signal);
}
async function readAllLinked(place2, notDone, services) {
  const linked = await readLinkedSessions(place2, () => false, services);
  if (!(linked instanceof GitHubError)) return linked;
  const { thread } = place2.comments;
  const why = withAdvice(linked, { action: "check", on: thread });
  throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`The comments of ${named(thread)} could not be read`, [(0,chunk_6CJ3USB6/* line */.n8)`${why} ${notDone}`], {
    cause: linked
  });
}
function unusableLinks({
  signedByAnotherKey,
  byOtherAccounts
}) {
  const causes = [
    signedByAnotherKey > 0 && (0,chunk_6CJ3USB6/* line */.n8)`An invitation there was signed with another API key: use the key that opened the session.`,
    byOtherAccounts > 0 && (0,chunk_6CJ3USB6/* line */.n8)`A comment there by another account links a session: use the same github-token in both steps.`
  ].filter((each) => each !== false);
  return causes.length > 0 ? (0,chunk_6CJ3USB6/* joinLines */.cT)(causes) : void 0;
}

// src/text/with-id.ts
function withId(text2, id) {
  if (!id) return (0,chunk_7M5UY7KO/* prose */.CS)(text2);
  const around = text2.split(` ${(0,chunk_6CJ3USB6/* plain */.pj)(id)}`);
  return (0,chunk_7M5UY7KO/* phrase */.MZ)(around.flatMap((words, at) => at === 0 ? [words] : [" ", { code: id }, words]));
}

// src/invitations/run-summary.ts
function renderRunSummary({ title, messages, id, comment }, warnings) {
  const render = ({ text: text2 }) => withId(text2, id);
  const others = warnings.filter(({ text: text2 }) => !messages.some((each) => each.text === text2));
  const blocks = (0,chunk_7M5UY7KO/* stack */.t$)([
    title,
    ...messages.map(render),
    comment.url && (0,chunk_7M5UY7KO.md)`**${(0,chunk_7M5UY7KO/* link */.nf)(comment.linkText, comment.url)}**`,
    ...others.map((each) => (0,chunk_7M5UY7KO.md)`Warning: ${render(each)}`),
    id && (0,chunk_7M5UY7KO.md)`Session ${(0,chunk_7M5UY7KO/* code */.aY)(id)}`
  ]);
  return `${blocks.text}
`;
}

// src/github/post-once.ts
var CHECKS_AFTER_MS = [0, 2e3, 4e3, 8e3];
var MAX_POSTS = 2;
var MAX_COMMENT_CHARACTERS = 65536;
async function postOnce(comments, { target, ...comment }, waiting) {
  const purpose = startPurpose(waiting);
  const explain = (error2) => withAdvice(error2, { action: "comment", on: { ...comments.thread, ...target } });
  try {
    const to = target ?? await comments.findTarget(purpose);
    const posted = await postAndCheck(comments, { ...comment, target: to }, { purpose, log: waiting.log });
    return posted instanceof GitHubError ? { state: "unknown", why: explain(posted) } : { state: "posted", comment: posted, target: to };
  } catch (error2) {
    if (waiting.signal.aborted)
      return { state: "unknown", why: (0,chunk_6CJ3USB6/* line */.n8)`The run was canceled before GitHub responded.` };
    if (error2 instanceof GitHubError) return { state: "not posted", why: explain(error2) };
    throw error2;
  }
}
async function postAndCheck(comments, { target, body, marker }, { purpose, log }) {
  const post3 = () => comments.post(target, body, purpose.signal);
  for (let posts = 1; ; posts += 1) {
    try {
      return await purpose.retry(post3, mayHaveBeenDone);
    } catch (error2) {
      if (!mayHaveBeenDone(error2) || purpose.signal.aborted) throw error2;
      log.info((0,chunk_6CJ3USB6/* line */.n8)`${error2.reason}. Checking whether the comment was posted anyway.`);
      const found = await findPosted(comments, marker, purpose);
      if (found !== void 0) return found === "unknown" ? error2 : found;
      if (posts === MAX_POSTS) return error2;
    }
  }
}
async function findPosted(comments, marker, purpose) {
  let isWhole = false;
  for (const ms of CHECKS_AFTER_MS) {
    await purpose.wait((0,chunk_6CJ3USB6/* line */.n8)`GitHub to show the comment`, ms);
    const reading = comments.readPages(purpose, () => true);
    const newest = await orGitHubError(reading, purpose.signal);
    if (newest instanceof GitHubError) return "unknown";
    const readable = newest.comments.filter((each) => each !== "unreadable");
    const found = readable.findLast((each) => isOwn(each, marker));
    if (found !== void 0) return found;
    isWhole = readable.length === newest.comments.length;
  }
  return isWhole ? void 0 : "unknown";
}
var isOwn = ({ ours, body }, marker) => ours && body.split(/\r?\n/u).includes(marker);

// src/invitations/session-comments.ts
var PAUSE_BEFORE_REACTION_MS = 1e3;
var KINDS2 = {
  results: {
    content: "HOORAY",
    they: "The results",
    were: "were",
    ifDeleted: "they would be posted again"
  },
  reminder: {
    content: "EYES",
    they: "The reminder",
    were: "was",
    ifDeleted: "another one would be posted"
  }
};
async function postAboutSession({
  kind,
  id,
  ...comment
}, { comments, target }, { waiting, graceSignal: signal }) {
  const result = await postOnce(comments, { target, ...comment }, { ...waiting, signal });
  if (result.state === "posted") return commentLink(result.comment);
  const { they } = KINDS2[kind];
  const could = result.state === "unknown" ? "may not have been posted" : "could not be posted";
  return new UserError((0,chunk_6CJ3USB6/* line */.n8)`${they} ${could}`, [
    (0,chunk_6CJ3USB6/* line */.n8)`${they} of session ${id} ${could} on ${named(target)}. ${result.why}`
  ]);
}
async function rememberPosted({ kind, sessions, byThisRun }, { comments, target }, { log, waiting, graceSignal: signal }) {
  const { content, they, were, ifDeleted } = KINDS2[kind];
  let failure2;
  for (const linked of sessions.filter(({ invitation }) => hasReacted(invitation, content) !== true)) {
    const isNew = byThisRun.includes(linked);
    if (isNew) await waiting.clock.sleep(PAUSE_BEFORE_REACTION_MS, signal).catch(() => {
    });
    const reaction = { content, target, comment: linked.invitation };
    const result = await addReaction(comments, reaction, { ...waiting, signal });
    if (result.state === "added") continue;
    const { url } = linked.invitation;
    const why = (0,chunk_6CJ3USB6/* line */.n8)`The reaction that marks the ${kind} as posted could not be added to the invitation (${url}). ${result.why}`;
    if (!isNew) log.warning((0,chunk_6CJ3USB6/* line */.n8)`${why} The next run will try again.`);
    else
      failure2 = new UserError((0,chunk_6CJ3USB6/* line */.n8)`${they} ${were} posted, but not marked as posted`, [
        (0,chunk_6CJ3USB6/* line */.n8)`${why} The next run will try again. Until then, do not delete the comment with the ${kind}, because ${ifDeleted}.`
      ]);
  }
  return failure2;
}

// src/harmonica/errors.ts
function explainFailure(error2, attempted, { aborted }) {
  if (error2 instanceof UserError) return error2;
  if (error2 instanceof RequestError && (!aborted || isRefusal(error2.status)))
    return creationFailed(error2, attempted);
  return aborted ? cancelledError(attempted) : error2;
}
function creationFailed(error2, { request, server, unknownSince }) {
  const { status = 0, serverMessage, reason } = error2;
  const refused = isRefusal(status);
  const explanation = serverMessage === void 0 ? (0,chunk_6CJ3USB6/* line */.n8)`` : (0,chunk_6CJ3USB6/* line */.n8)` It says: ${(0,chunk_6CJ3USB6/* withoutStop */.f6)(serverMessage)}.`;
  const bytes = Buffer.byteLength(JSON.stringify((0,chunk_HEEGJHRK/* apiBody */.Jh)(request)));
  const why = refused ? (0,chunk_6CJ3USB6/* line */.n8)`Harmonica responded with ${status}.${explanation} ${usualCause(status, server.apiUrl, bytes)}` : (0,chunk_6CJ3USB6/* line */.n8)`${reason}.`;
  if (unknownSince !== void 0) return mayExist(why, request.topic, unknownSince);
  const failure2 = (title, advice) => new UserError(title, [(0,chunk_6CJ3USB6/* line */.n8)`${why} No session was opened. ${advice}`], { cause: error2 });
  if (refused) return new UserError((0,chunk_6CJ3USB6/* line */.n8)`Harmonica refused the session`, [why], { cause: error2 });
  if (status === 429)
    return failure2(
      (0,chunk_6CJ3USB6/* line */.n8)`Harmonica's rate limit was reached`,
      (0,chunk_6CJ3USB6/* line */.n8)`All requests with one key share a limit (100 per minute, according to Harmonica's documentation). Run the job again later, or raise retries.`
    );
  if (isApiError(error2)) {
    const later = (0,chunk_6CJ3USB6/* line */.n8)`Run the job again later. If it fails again, run the step with dry-run: true to see the request, and ask Harmonica's support.`;
    const advice = lacksContext(request, server) ? NEEDS_CONTEXT : later;
    return failure2((0,chunk_6CJ3USB6/* line */.n8)`Harmonica could not open the session`, advice);
  }
  return failure2(
    (0,chunk_6CJ3USB6/* line */.n8)`Harmonica could not be reached`,
    (0,chunk_6CJ3USB6/* line */.n8)`Check input api-url (${server.apiUrl}) and, behind a proxy, HTTPS_PROXY and NO_PROXY.`
  );
}
var isApiError = ({ status = 0, code: code2 }) => status >= 500 && code2 !== void 0;
var lacksContext = ({ context = "" }, { isDefault }) => !isDefault && context.trim() === "";
var NEEDS_CONTEXT = (0,chunk_6CJ3USB6/* line */.n8)`Self-hosted Harmonica stores no session without a context. Set context or context-file, or write text below the front matter of the session file.`;
function mayExist(why, topic, since) {
  return new UserError((0,chunk_6CJ3USB6/* line */.n8)`A session may exist`, [
    why,
    (0,chunk_6CJ3USB6/* line */.n8)`A session with the topic "${topic}" may have been created at ${new Date(since).toISOString()} (the runner's clock) or soon after, but its link is unknown. Check for it in Harmonica before you run the job again.`
  ]);
}
function otherSession(id, unread) {
  const doubt = unread ? (0,chunk_6CJ3USB6/* line */.n8)`, and it could not be read to make sure: ${unread}` : (0,chunk_6CJ3USB6/* line */.n8)``;
  return new UserError((0,chunk_6CJ3USB6/* line */.n8)`Harmonica responded with another session`, [
    (0,chunk_6CJ3USB6/* line */.n8)`Harmonica responded to the request with session ${id}, whose topic or goal differs from what was sent${doubt}. Nothing was posted, no link was handed out, and no second session was opened. Usual causes: a cache or a gateway in front of Harmonica (check api-url), or a server that rewrites texts. Check in Harmonica whether session ${id}, or another one with this topic, is yours before you run the job again.`
  ]);
}
function cancelledError(attempted) {
  return attempted?.unknownSince === void 0 ? new UserError((0,chunk_6CJ3USB6/* line */.n8)`Canceled`, [(0,chunk_6CJ3USB6/* line */.n8)`The run was canceled before a session was opened.`]) : mayExist((0,chunk_6CJ3USB6/* line */.n8)`The run was canceled.`, attempted.request.topic, attempted.unknownSince);
}
function usualCause(status, apiUrl, bytes = 0) {
  const noApi = (0,chunk_6CJ3USB6/* line */.n8)`There is no Harmonica API at ${apiUrl}. ${API_URL_HINT}`;
  const causes = {
    400: (0,chunk_6CJ3USB6/* line */.n8)`Something in the request is missing or malformed. Run the step with dry-run: true to see the request.`,
    401: (0,chunk_6CJ3USB6/* line */.n8)`The key was not accepted. Check that the secret holds the whole key (hm_live_ followed by 32 hexadecimal digits), that it has not been revoked, and that it was created for ${apiUrl}. Keys are created at app.harmonica.chat/profile under API Keys. If the key is right, Harmonica may be having problems: run the job again later.`,
    402: (0,chunk_6CJ3USB6/* line */.n8)`The plan of the key's owner does not cover this. See the plan's limits at app.harmonica.chat.`,
    403: (0,chunk_6CJ3USB6/* line */.n8)`The key's owner has no access to something that the request names. Check template-id and project-id, and whose key it is.`,
    404: noApi,
    405: noApi,
    413: (0,chunk_6CJ3USB6/* line */.n8)`The request has ${(0,chunk_6CJ3USB6/* formatCount */.B4)(bytes, "byte")}, and Harmonica accepts about ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(45e5)}. Shorten the context.`,
    422: (0,chunk_6CJ3USB6/* line */.n8)`Harmonica understood the request but cannot carry it out. Check template-id, project-id and the plan's limits.`
  };
  const other = status < 400 ? (0,chunk_6CJ3USB6/* line */.n8)`That is a redirect. The step does not follow it, so that the key is sent to ${apiUrl} only. ${API_URL_HINT}` : (0,chunk_6CJ3USB6/* line */.n8)`Run the step with dry-run: true to see the request. If it looks right, run the job again later or ask Harmonica's support.`;
  return causes[status] ?? other;
}
var API_URL_HINT = "Check input api-url (default: https://app.harmonica.chat/api/v1).";
var isGone = ({ status, code: code2 }) => status === 404 && code2 !== void 0;
var isForbidden = ({ status, code: code2 }) => status === 403 && code2 !== void 0;
var remedyFor = ({ status }, { apiUrl }, otherwise) => status === 401 ? usualCause(status, apiUrl) : (0,chunk_6CJ3USB6/* line */.n8)`${otherwise}`;

// src/harmonica/end-session.ts
async function closeSession(id, services) {
  const { harmonica, waiting, graceSignal } = services;
  const closing = retry(() => harmonica.closeSession(id, graceSignal), waiting);
  const error2 = await orError(closing, waiting.signal);
  if (!(error2 instanceof RequestError)) return { state: "done" };
  const failed = failedCall(error2);
  if (failed.state === "unsupported" || failed.state === "forbidden") return failed;
  const session = await harmonica.readSession(id, true);
  return !(session instanceof RequestError) && session.status === "completed" ? { state: "done" } : failed;
}
async function writeSummary(before, services) {
  const { harmonica, waiting, graceSignal } = services;
  const attempt = async () => {
    const error3 = await orError(harmonica.writeSummary(before.id, graceSignal), waiting.signal);
    if (error3 instanceof RequestError && !outcomeUnknown(error3)) throw withoutMessage(error3);
    return error3;
  };
  const error2 = await orError(retry(attempt, waiting), waiting.signal);
  if (!(error2 instanceof RequestError)) return { state: "done" };
  const failed = failedCall(error2);
  if (failed.state !== "unknown") return failed;
  const session = await harmonica.readSession(before.id, true);
  if (session instanceof RequestError) return failed;
  const isNew = summaryOf(session) !== void 0 && session.summary !== before.summary;
  return isNew ? { state: "done" } : failed;
}
function withoutMessage(error2) {
  const { reason: _, cause: __, ...facts } = error2;
  return new RequestError(reasonOf(error2), { ...facts, serverMessage: void 0 });
}
var reasonOf = ({ status, reason }) => status === void 0 ? reason : (0,chunk_6CJ3USB6/* line */.n8)`Harmonica responded with ${status}`;
function failedCall(error2) {
  const { status, code: code2 } = error2;
  if ((status === 404 || status === 405) && code2 === void 0) return { state: "unsupported" };
  if (isForbidden(error2)) return { state: "forbidden" };
  return { state: outcomeUnknown(error2) ? "unknown" : "failed", reason: reasonOf(error2) };
}

// src/deadline/end.ts
async function end({ linked: { invitation } }, session, {
  place: place2,
  services
}) {
  const { waiting } = services;
  const reaction = { content: "ROCKET", target: place2.target, comment: invitation };
  const mark = hasReacted(invitation, "ROCKET") === true ? void 0 : await addReaction(place2.comments, reaction, waiting);
  waiting.signal.throwIfAborted();
  if (mark && mark.state !== "added") {
    const message = (0,chunk_6CJ3USB6/* line */.n8)`Session ${session.id} was not ended, because the reaction that marks it as ended could not be added to its invitation (${invitation.url}). ${mark.why}`;
    return { hasEnded: false, messages: [{ level: "warning", message }] };
  }
  const closed = await closeSession(session.id, services);
  const hasEnded = closed.state === "done";
  const ended = describeCall(closed, {
    what: (0,chunk_6CJ3USB6/* line */.n8)`Session ${session.id}`,
    done: (0,chunk_6CJ3USB6/* line */.n8)`ended after its deadline`,
    otherwise: (0,chunk_6CJ3USB6/* line */.n8)`End it in Harmonica.`
  });
  const summary2 = hasEnded || closed.state === "unsupported" ? [await summarize(session, services)] : [];
  return { hasEnded, messages: [ended, ...summary2] };
}
async function summarize(session, services) {
  if (session.participant_count === 0)
    return {
      level: "info",
      message: (0,chunk_6CJ3USB6/* line */.n8)`Nobody took part in session ${session.id}, so no summary was asked for.`
    };
  const call = await writeSummary(session, services);
  const otherwise = call.state === "unsupported" ? (0,chunk_6CJ3USB6/* line */.n8)`Opening the results page makes Harmonica write one.` : (0,chunk_6CJ3USB6/* line */.n8)`This step will not ask for one again, because Harmonica may charge for it. If the results page in Harmonica shows no summary, opening that page makes Harmonica write one.`;
  return describeCall(call, {
    what: (0,chunk_6CJ3USB6/* line */.n8)`The summary of session ${session.id}`,
    done: (0,chunk_6CJ3USB6/* line */.n8)`written`,
    otherwise
  });
}
function describeCall(call, { what, done, otherwise }) {
  if (call.state === "done") return { level: "info", message: (0,chunk_6CJ3USB6/* line */.n8)`${what} was ${done}.` };
  const failed = call.state === "unknown" ? "may not have been" : "was not";
  return { level: "warning", message: (0,chunk_6CJ3USB6/* line */.n8)`${what} ${failed} ${done}. ${whyOf(call)} ${otherwise}` };
}
function whyOf(call) {
  if (call.state === "unsupported") return (0,chunk_6CJ3USB6/* line */.n8)`This Harmonica cannot do that through its API.`;
  return "reason" in call ? (0,chunk_6CJ3USB6/* line */.n8)`${call.reason}.` : (0,chunk_6CJ3USB6/* line */.n8)`That requires the editor role, which the API key's account does not have there.`;
}

// src/invitations/sentences.ts
var PROMISED_PARTICIPANTS = 3;
var BY_HAND = (0,chunk_6CJ3USB6/* line */.n8)`start the job by hand (workflow_dispatch) or by a label`;
var AUDIENCES = {
  host: "only the host",
  participants: "everyone who completes the session",
  public: "anyone with the link"
};
var takePartBy = (deadline) => (0,chunk_7M5UY7KO.md)`Please take part by ${(0,chunk_4CAFETZU/* deadlineInWords */.D_)(deadline)}.`;
var WHAT_HAPPENS = (0,chunk_7M5UY7KO.md)`You talk one to one with an AI facilitator on [Harmonica](https://harmonica.chat), whenever it suits you, and all answers are combined.`;
var IDEAS_ARE_SHARED = (0,chunk_7M5UY7KO.md)`Ideas are shared between the conversations.`;
function whoSeesResults(audience, isSummaryPosted) {
  const who = AUDIENCES[audience];
  const capitalized = who.slice(0, 1).toUpperCase() + who.slice(1);
  return isSummaryPosted && audience === "host" ? (0,chunk_7M5UY7KO.md)`${capitalized} can see the full results.` : (0,chunk_7M5UY7KO.md)`${capitalized} can see the results.`;
}
var SUMMARY_WILL_BE_POSTED = (0,chunk_7M5UY7KO.md)`Once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary written by AI will be posted here for everyone who can read this page. It may quote you or repeat names you mention, and it can't be fully taken back.`;
var INFORMS_NEXT = (0,chunk_7M5UY7KO.md)`A summary written by AI informs the next session: its facilitator gets it, and people there may hear of it.`;
var ANYONE_CAN_JOIN = (0,chunk_7M5UY7KO.md)`Anyone with the link can join.`;
var SHORTENED = (0,chunk_7M5UY7KO.md)`(Shortened: the full text is too long for a comment.)`;
var PROMISE_AS_CONTEXT = {
  where: (0,chunk_6CJ3USB6/* line */.n8)`the promise of share-results`,
  text: `Note for the facilitator: once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary of this session written by AI will be posted on GitHub, where people were invited, for everyone who can read that page. It may quote participants or repeat names they mention, and it can't be fully taken back. Say so if someone asks what happens with the answers.`
};
var deadlineAsContext = ({ deadline, where }) => ({
  where: (0,chunk_6CJ3USB6/* line */.n8)`the deadline (${where})`,
  text: `Note for the facilitator: people are asked to take part by ${(0,chunk_4CAFETZU/* deadlineInWords */.D_)(deadline)}. Say so if someone asks how much time there is.`
});
function statedAsContext(until, sharesResults) {
  return [...until ? [deadlineAsContext(until)] : [], ...sharesResults ? [PROMISE_AS_CONTEXT] : []];
}

// src/deadline/sentences.ts
var DEFAULT_MESSAGE = "There is still time to take part.";
var MAX_TOPIC_CHARACTERS = 200;
var MAX_MESSAGE_CHARACTERS = 6e4;
function renderReminder(reminder, marker) {
  const { topic, joinUrl: joinUrl2, message, deadline, sharesResults, run: run4 } = reminder;
  const linkText = topic ? `Join the session: ${(0,chunk_6CJ3USB6/* truncate */.xv)(topic, MAX_TOPIC_CHARACTERS)}` : "Join the session";
  const { text: text2 } = (0,chunk_7M5UY7KO/* stack */.t$)([
    (0,chunk_7M5UY7KO.md)`**${(0,chunk_7M5UY7KO/* link */.nf)(linkText, joinUrl2)}**`,
    (0,chunk_7M5UY7KO/* raw */.lS)((0,chunk_6CJ3USB6/* truncate */.xv)(message, MAX_MESSAGE_CHARACTERS)),
    takePartBy(deadline),
    sharesResults && SUMMARY_WILL_BE_POSTED,
    (0,chunk_7M5UY7KO.md)`<sub>Reminder by the workflow run ${(0,chunk_7M5UY7KO/* link */.nf)((0,chunk_6CJ3USB6/* truncate */.xv)(run4.name, MAX_TOPIC_CHARACTERS), run4.url)}.</sub>`
  ]);
  return `${text2}

${marker}`;
}

// src/deadline/remind.ts
async function remind({ linked, deadline }, session, {
  place: place2,
  services
}) {
  const { repository, number, sessionId: reminderOf, joinUrl: joinUrl2, sharesResults = false } = linked.marker;
  const { run: run4, runId, runAttempt } = place2.environment;
  const content = { repository, number, reminderOf, run: runId, attempt: runAttempt };
  const marker = reminderMarker.sign(content, services.apiKey);
  const { topic } = session;
  const body = renderReminder(
    { topic, joinUrl: joinUrl2, message: place2.message, deadline, sharesResults, run: run4 },
    marker
  );
  return postAboutSession({ kind: "reminder", id: reminderOf, body, marker }, place2, services);
}

// src/deadline/rules.ts
function whyNotReminded(dated, situation) {
  const { linked, deadline } = dated;
  const { remind: remind2, byPerson, now } = situation;
  const session = (0,chunk_6CJ3USB6/* line */.n8)`session ${linked.marker.sessionId}`;
  if (remind2 === "never") return quiet((0,chunk_6CJ3USB6/* line */.n8)`No reminder of ${session} was posted, because remind is never.`);
  const obstacle = obstacleTo(dated, situation);
  if (obstacle) return quiet((0,chunk_6CJ3USB6/* line */.n8)`No reminder of ${session} was posted, because ${obstacle}.`);
  if (byPerson) return void 0;
  const firstDay = (0,chunk_4CAFETZU/* addDays */.fi)(deadline.until, -remind2);
  if ((0,chunk_4CAFETZU/* dayAt */.OC)(now, deadline.timezone) < firstDay)
    return quiet(
      (0,chunk_6CJ3USB6/* line */.n8)`There is nothing to do yet. People will be reminded of ${session} on ${(0,chunk_4CAFETZU/* dayInWords */.v_)(firstDay)}.`
    );
  const isMarked = hasReacted(linked.invitation, "EYES");
  if (linked.reminder || isMarked === true)
    return quiet(
      (0,chunk_6CJ3USB6/* line */.n8)`A reminder of ${session} was posted earlier: ${linked.reminder?.url ?? "it was deleted since"}`
    );
  return isMarked === "unknown" || linked.unreadableSince ? notShown((0,chunk_6CJ3USB6/* line */.n8)`whether people were reminded of ${session}`) : void 0;
}
function obstacleTo({ linked: { invitation, results }, deadline: { timezone } }, { isClosed, now }) {
  if (isClosed) return "the conversation is closed";
  if (results || hasReacted(invitation, "HOORAY") === true) return "its results were posted";
  const invitedAt = timeOf(invitation.createdAt);
  const isToday = !Number.isNaN(invitedAt) && (0,chunk_4CAFETZU/* dayAt */.OC)(invitedAt, timezone) === (0,chunk_4CAFETZU/* dayAt */.OC)(now, timezone);
  return isToday ? "people were invited today" : void 0;
}
function whyNotEnded({ linked: { marker, invitation } }, { participant_count: count = 0 }, { byPerson }) {
  if (byPerson) return void 0;
  const session = (0,chunk_6CJ3USB6/* line */.n8)`session ${marker.sessionId}`;
  const wasTried = hasReacted(invitation, "ROCKET");
  if (wasTried === "unknown") return notShown((0,chunk_6CJ3USB6/* line */.n8)`whether this step tried to end ${session}`);
  if (wasTried) {
    const message2 = (0,chunk_6CJ3USB6/* line */.n8)`This step tried to end ${session} after its deadline, but the session is active. Either that failed, or its host has opened it again. To end it, ${BY_HAND}.`;
    return { level: "info", message: message2 };
  }
  if (!marker.sharesResults || count >= PROMISED_PARTICIPANTS) return void 0;
  const message = (0,chunk_6CJ3USB6/* line */.n8)`The deadline of ${session} has passed, but the session was not ended, because its results were promised and it is not known whether ${PROMISED_PARTICIPANTS} people have taken part. Share its link, ${marker.joinUrl}. To end it anyway, ${BY_HAND}.`;
  return { level: "notice", message };
}
var isOver = ({ deadline }, { now }) => (0,chunk_4CAFETZU/* hasPassed */.Pc)(deadline, now);
var quiet = (message) => ({ level: "quiet", message });
var notShown = (what) => ({
  level: "warning",
  message: (0,chunk_6CJ3USB6/* line */.n8)`GitHub did not show ${what} before, so nothing was done. Run the job again later. To do it in any case, ${BY_HAND}.`
});

// src/deadline/keep.ts
async function keepDeadlines(all, keeping) {
  const { situation, services } = keeping;
  const over = all.filter((each) => isOver(each, situation));
  const reports = [];
  for (const dated of all.filter((each) => !over.includes(each)))
    reports.push(logReport(await remindOf(dated, keeping), services));
  for (const dated of over) reports.push(logReport(await endAfter(dated, keeping), services));
  services.waiting.signal.throwIfAborted();
  return reports.toSorted((one, other) => all.indexOf(one.dated) - all.indexOf(other.dated));
}
async function remindOf(dated, { situation, place: place2, services }) {
  const { linked } = dated;
  const { sessionId } = linked.marker;
  const session = whyNotReminded(dated, situation) ?? await readActive(sessionId, services);
  if ("level" in session) return { dated, messages: [session] };
  const posted = session instanceof RequestError ? notReminded(sessionId, whyUnread(session, services)) : await remind(dated, session, { place: place2, services });
  if (posted instanceof UserError) return { dated, messages: [], failure: posted };
  const messages = [
    { level: "info", message: (0,chunk_6CJ3USB6/* line */.n8)`Posted a reminder of session ${sessionId}: ${posted.url}` }
  ];
  const toMark = { kind: "reminder", sessions: [linked], byThisRun: [linked] };
  return { dated, messages, reminder: posted, failure: await rememberPosted(toMark, place2, services) };
}
async function endAfter(dated, { situation, place: place2, services }) {
  const { sessionId } = dated.linked.marker;
  if (!situation.endSession)
    return {
      dated,
      messages: [
        quiet(
          (0,chunk_6CJ3USB6/* line */.n8)`The deadline of session ${sessionId} has passed. The session stays open, because end-session is false.`
        )
      ]
    };
  const session = await readActive(sessionId, services);
  if (session instanceof RequestError) {
    const message = (0,chunk_6CJ3USB6/* line */.n8)`The deadline of session ${sessionId} has passed, but the session was not ended, because it could not be read: ${whyUnread(session, services)}`;
    return { dated, messages: [{ level: "warning", message }] };
  }
  if ("level" in session) return { dated, messages: [session] };
  const reason = whyNotEnded(dated, session, situation);
  if (reason) return { dated, messages: [reason] };
  return { dated, ...await end(dated, session, { place: place2, services }) };
}
function logReport(report2, { log }) {
  for (const { level, message } of report2.messages) if (level !== "quiet") log[level](message);
  return report2;
}
async function readActive(id, { harmonica }) {
  const session = await harmonica.readSession(id);
  if (session instanceof RequestError)
    return isGone(session) || isForbidden(session) ? quiet((0,chunk_6CJ3USB6/* line */.n8)`Session ${id} can no longer be read with this API key, so there is nothing to do.`) : session;
  const { status = "of unknown status" } = session;
  return status === "active" ? session : quiet((0,chunk_6CJ3USB6/* line */.n8)`Session ${id} is ${status}, so there is nothing to do.`);
}
var notReminded = (id, why) => new UserError((0,chunk_6CJ3USB6/* line */.n8)`The reminder could not be posted`, [
  (0,chunk_6CJ3USB6/* line */.n8)`No reminder of session ${id} was posted, because the session could not be read: ${why}`
]);
var whyUnread = (error2, { harmonica }) => (0,chunk_6CJ3USB6/* line */.n8)`${error2.reason}. ${remedyFor(error2, harmonica.server, "The next run will try again.")}`;

// src/deadline/outputs.ts
function choose(reports) {
  return reports.find(({ reminder }) => reminder) ?? reports.find(({ hasEnded }) => hasEnded) ?? reports[0];
}
function outputsOf(reports) {
  const { dated, reminder } = choose(reports) ?? {};
  return {
    reminded: String(reports.some((each) => each.reminder)),
    ended: String(reports.some(({ hasEnded }) => hasEnded)),
    "session-id": dated?.linked.marker.sessionId ?? "",
    until: dated ? (0,chunk_4CAFETZU/* isoEndOf */.oA)(dated.deadline) : "",
    "comment-url": (reminder ?? dated?.linked.reminder)?.url ?? ""
  };
}
function messagesOf2(reports) {
  return reports.flatMap(({ messages, failure: failure2 }) => [
    ...messages.filter(({ level }) => level !== "quiet").map(({ message }) => message),
    ...failure2?.problems ?? []
  ]);
}
function runSummaryOf(messages, reports) {
  const { dated, reminder } = choose(reports) ?? {};
  return {
    title: (0,chunk_7M5UY7KO.md)`## Deadlines of Harmonica sessions`,
    messages,
    id: dated?.linked.marker.sessionId,
    comment: { linkText: "Read the reminder", url: reminder?.url }
  };
}

// src/harmonica/server.ts
var DEFAULT_APP_URL = "https://app.harmonica.chat";
function serverAt(appUrl) {
  return { apiUrl: `${appUrl}/api/v1`, appUrl, isDefault: appUrl === DEFAULT_APP_URL };
}

// src/action/inputs.ts
var MIN_KEY_CHARACTERS = 16;
var main_text = (value) => value;
function items(separator) {
  return (value) => value.split(separator).flatMap((each) => each.trim() || []);
}
var boolean2 = (fallback) => (value) => {
  if (/^(true|True|TRUE)$/u.test(value)) return true;
  if (/^(false|False|FALSE)$/u.test(value)) return false;
  return value === "" ? fallback : (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; write true or false`;
};
var whole = (fallback, { min, max, unit, whyMin }) => (value) => {
  if (value === "") return fallback;
  const number = /^\d{1,10}$/u.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  const why = whyMin ? ` (${whyMin})` : "";
  return (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; give ${unit} from ${min}${why} to ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(max)}`;
};
var oneOf = (values) => (value) => {
  const found = value === "" ? values[0] : values.find((each) => each === value);
  return found ?? (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; give one of ${values.join(", ")}`;
};
var issueNumber = whole(void 0, {
  min: 1,
  max: 2 ** 31 - 1,
  unit: "the number of an issue, pull request or discussion, such as 42,"
});
var matching = (pattern, advice) => (value) => pattern.test(value) ? value : (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; ${advice}`;
var serviceInputs = {
  apiKey: readKey,
  apiUrl: readApiUrl,
  timeout: whole(120, { min: 1, max: 600, unit: "whole seconds" }),
  retries: whole(5, { min: 0, max: 10, unit: "a whole number" }),
  githubToken: main_text,
  issueNumber: (value) => issueNumber(value.replace(/^#/u, "")),
  summary: boolean2(true)
};
function readInputs(readers4, getInput2, findings) {
  const values = Object.entries(readers4).map(([name, read2]) => {
    const input = (0,chunk_HEEGJHRK/* kebabCase */.kW)(name);
    const value = read2(getInput2(input));
    if (!(value instanceof chunk_6CJ3USB6/* Line */.N1)) return [name, value];
    findings.problem((0,chunk_6CJ3USB6/* line */.n8)`Input ${input} ${value}.`);
    return [name, read2("")];
  });
  return Object.fromEntries(values);
}
function reportMisspelled(given, known, findings) {
  for (const name of given.map((each) => each.toLowerCase())) {
    const meant = known.includes(name) ? [] : known.filter((input) => resembles(name, input));
    if (meant.length > 0)
      findings.problem((0,chunk_6CJ3USB6/* line */.n8)`Input ${(0,chunk_6CJ3USB6/* quoted */.TL)(name)} does not exist. Did you mean ${meant.join(" or ")}?`);
  }
}
function resembles(name, input) {
  const dashed = name.replaceAll("_", "-");
  return dashed !== "" && (input.endsWith(`-${dashed}`) || (0,chunk_4CAFETZU/* leven */.Rx)(dashed, input, { maxDistance: 3 }) <= 2);
}
function readKey(value) {
  if (/^(['"]).*\1$/su.test(value))
    return (0,chunk_6CJ3USB6/* line */.n8)`is in quotes. Save the secret without them (the value is not shown here)`;
  return value === "" || value.length >= MIN_KEY_CHARACTERS && /^[\x21-\x7e]*$/u.test(value) ? value : (0,chunk_6CJ3USB6/* line */.n8)`is not a complete key: it has fewer than ${MIN_KEY_CHARACTERS} characters, or contains white space, a control character or a letter outside ASCII; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here)`;
}
function readApiUrl(value) {
  const example = `${DEFAULT_APP_URL}/api/v1`;
  if (value.includes("@")) return (0,chunk_6CJ3USB6/* line */.n8)`contains a user name or a password; put the key into api-key`;
  const url = URL.parse(value === "" ? example : value);
  if (!url || !isHttp(url)) return (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; give an address such as ${example}`;
  if (url.search || url.hash) return (0,chunk_6CJ3USB6/* line */.n8)`has a part after ? or #; leave that part out`;
  if (url.protocol === "http:" && !isLoopback(url))
    return (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; the key would be sent unencrypted. Use https (http is allowed only for the runner itself)`;
  return serverAt((url.origin + url.pathname).replace(/(?<!\/)(\/+api\/v1)?\/*$/u, ""));
}

// src/text/findings.ts
function createFindings() {
  const problems = [];
  const warnings = [];
  const notices = [];
  return {
    problem: (message) => void problems.push(message),
    warn: (message) => void warnings.push(message),
    notice: (message) => void notices.push(message),
    problems,
    warnings,
    notices
  };
}

// src/action/target.ts
function chooseThread(inputs, event, thread) {
  const { issueNumber: issueNumber2, githubToken } = inputs;
  const isOfEvent = issueNumber2 === void 0 || thread?.number === issueNumber2;
  const target = isOfEvent ? thread : asThread(void 0, { number: issueNumber2 });
  if (!target && event.unreadableFile !== void 0)
    return (0,chunk_6CJ3USB6/* line */.n8)`the file with the event cannot be read: GITHUB_EVENT_PATH is ${event.unreadableFile}. Set issue-number, or fix that file in an earlier step.`;
  if (!target)
    return (0,chunk_6CJ3USB6/* line */.n8)`the event ${event.name} is not about an issue, pull request or discussion of this repository. Set issue-number to the number of the one to comment on. If it is set from a variable, that variable is empty: its name may be misspelled, or it may be missing or saved as a secret.`;
  if (/^[\x21-\x7e]+$/u.test(githubToken)) return target;
  const fault = githubToken === "" ? "is empty" : "contains white space or a character outside ASCII";
  return (0,chunk_6CJ3USB6/* line */.n8)`input github-token ${fault}. Leave it out to use the job's own token, or set the secret again.`;
}
function missingKey(fork = false) {
  const causes = fork ? (0,chunk_6CJ3USB6/* line */.n8)`This run is for a pull request from a fork, which gets no secrets: skip the step for forks with an if: condition.` : (0,chunk_6CJ3USB6/* line */.n8)`Usual causes: the secret's name is misspelled; the run is for a pull request from a fork, which gets no secrets; Dependabot started the run, which then gets only Dependabot's secrets; the secret belongs to an environment that the job does not name. Keys are created at app.harmonica.chat/profile under API Keys.`;
  return (0,chunk_6CJ3USB6/* line */.n8)`Input api-key is empty. ${causes}`;
}

// src/action/prepare-on-thread.ts
function prepareOnThread(readers4, notDone, runner) {
  const { event, environment, getInput: getInput2 } = runner;
  const findings = createFindings();
  reportMisspelled(runner.givenInputs, Object.keys(readers4).map(chunk_HEEGJHRK/* kebabCase */.kW), findings);
  const settings = readInputs(readers4, getInput2, findings);
  const about = threadOf(event, environment.repository);
  if (getInput2("api-key") === "") findings.problem(missingKey(about?.fork));
  const thread = chooseThread(settings, event, about);
  if (thread instanceof chunk_6CJ3USB6/* Line */.N1) findings.problem((0,chunk_6CJ3USB6/* line */.n8)`The comments cannot be read: ${thread}`);
  if (thread instanceof chunk_6CJ3USB6/* Line */.N1 || findings.problems.length > 0) throw new UserError(notDone, findings.problems);
  return { settings, thread };
}

// src/deadline/settings.ts
var MAX_DAYS = 366;
var readRemind = (value) => {
  if (value === "") return 1;
  if (value === "never") return value;
  const days = Number(/^(\d{1,3}) ?days?$/iu.exec(value)?.[1] ?? Number.NaN);
  if (days <= MAX_DAYS) return days;
  return (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; give a number of days from 0 to ${MAX_DAYS}, such as 1 day, or never`;
};
function readMessage(value) {
  const [placeholder] = (0,chunk_4CAFETZU/* strayPlaceholders */.Uh)(value, void 0);
  return placeholder === void 0 ? value || DEFAULT_MESSAGE : (0,chunk_6CJ3USB6/* line */.n8)`contains the placeholder ${(0,chunk_6CJ3USB6/* quoted */.TL)(placeholder)}, but only a session file can have placeholders. Write what is meant, or put a backslash before the placeholder to show it as it stands`;
}
var readers = {
  ...serviceInputs,
  remind: readRemind,
  endSession: boolean2(false),
  commentMessage: readMessage
};
function prepare(runner) {
  return prepareOnThread(readers, (0,chunk_6CJ3USB6/* line */.n8)`Nothing was read, posted or ended`, runner);
}

// src/deadline/run.ts
var MAX_SESSIONS = 5;
async function run(runner) {
  const { settings, thread } = prepare(runner);
  const { log, cancelSignal } = runner;
  const services = openServices(settings, runner);
  const comments = await services.openThread(thread, true);
  const { linked, reports } = await keep(comments, settings, { runner, services }).catch((error2) => {
    if (!cancelSignal.aborted) throw error2;
    throw new UserError(
      (0,chunk_6CJ3USB6/* line */.n8)`The run was canceled`,
      [(0,chunk_6CJ3USB6/* line */.n8)`What was done until then is marked on GitHub, and the next run will continue from there.`],
      { cause: error2 }
    );
  });
  const reported = messagesOf2(reports);
  const messages = reported.length > 0 ? reported : [whyNothingDone(reports, linked)];
  if (reported.length === 0) for (const each of messages) log.info(each);
  const runSummary = runSummaryOf(messages, reports);
  const summary2 = settings.summary ? renderRunSummary(runSummary, log.warnings) : void 0;
  const failures = reports.flatMap(({ failure: failure2 }) => failure2 ?? []);
  await handOver({ summary: summary2, outputs: outputsOf(reports), words: (0,chunk_6CJ3USB6/* joinLines */.cT)(messages) }, failures, runner);
}
async function keep(comments, settings, { runner, services }) {
  const { environment, event, clock, log } = runner;
  const byPerson = isStartedByPerson(event);
  const scope = { repository: environment.repository.id, number: comments.thread.number };
  const notDone = (0,chunk_6CJ3USB6/* line */.n8)`Nobody was reminded, and no session was ended.`;
  const linked = await readAllLinked({ comments, scope }, notDone, services);
  const { target, isClosed, sessions } = linked;
  if (linked.hasUnreadable && byPerson)
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`GitHub did not show a comment on ${named(target)}. A person started this run, so the step treats that comment as no reminder.`
    );
  const all = sessions.flatMap((each) => {
    const deadline = deadlineOf(each.marker);
    return deadline ? [{ linked: each, deadline }] : [];
  });
  const dated = all.slice(0, MAX_SESSIONS);
  const reminded = dated.map((each) => each.linked).filter(({ reminder }) => reminder);
  await rememberPosted(
    { kind: "reminder", sessions: reminded, byThisRun: [] },
    { comments, target },
    services
  );
  const situation = { ...settings, now: clock.now(), byPerson, isClosed };
  const place2 = { comments, target, environment, message: settings.commentMessage };
  return { linked, reports: await keepDeadlines(dated, { situation, place: place2, services }) };
}
function whyNothingDone(reports, linked) {
  const [newest] = reports.flatMap(({ messages }) => messages);
  const usual = "To set one, use comment: true and until in the step that opens the session.";
  return newest?.message ?? (0,chunk_6CJ3USB6/* line */.n8)`No session with a deadline is linked on ${named(linked.target)}, so there is nothing to do. ${unusableLinks(linked) ?? usual}`;
}

// src/harmonica/same-texts.ts
function isEqual({ topic, goal }, request) {
  return isSameText(topic, request.topic) && isSameText(goal, request.goal);
}
function contradicts({ topic, goal }, request) {
  return !isEqual({ topic: topic ?? request.topic, goal: goal ?? request.goal }, request);
}
function isSameText(text2, requested) {
  if (text2 === void 0) return false;
  return text2.trim() === requested.trim() || normalize(text2) === normalize(requested);
}
var normalize = (text2) => (0,chunk_6CJ3USB6/* oneLine */.TN)(text2.normalize("NFC"));

// src/harmonica/find-created.ts
var FIRST_INTERVAL_MS = 1e3;
var MAX_INTERVAL_MS = 1e4;
var CLOCK_RESOLUTION_MS = 1e3;
var CLOCK_SKEW_MS = 6e4;
var MAX_CHANGE_OFFSET_MS = 26 * 36e5;
var MAX_CLOCK_ERROR_MS = 864e5;
var WORDS = /[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu;
var MAX_FRAGMENT_CHARACTERS = 100;
async function findCreated(request, { since, windowMs }, services) {
  const { clock, log, signal } = services.waiting;
  const doubt = (why) => mayExist((0,chunk_6CJ3USB6/* line */.n8)`A response from Harmonica was lost, and ${why}.`, request.topic, since.wall);
  const endsAt = clock.elapsed() + windowMs;
  for (let interval = FIRST_INTERVAL_MS; ; interval = Math.min(2 * interval, MAX_INTERVAL_MS)) {
    const isLastCheck = endsAt - clock.elapsed() < 1;
    const equal = await orError(listEqual(request, since, services), signal);
    if (equal instanceof RequestError)
      throw doubt((0,chunk_6CJ3USB6/* line */.n8)`the list of sessions could not be read: ${equal.reason}`);
    const [found] = equal.ours;
    if (found) return { found, listIsEmpty: false };
    if (isLastCheck) {
      const [uncertain] = equal.uncertain;
      if (uncertain) throw doubt(tooClose(uncertain, services.harmonica.server));
      if (!equal.isComplete)
        throw doubt(
          (0,chunk_6CJ3USB6/* line */.n8)`the session is not among the ${equal.listed} most recently changed ones, and no more are read`
        );
      return { found, listIsEmpty: equal.listed === 0 };
    }
    const left = endsAt - clock.elapsed();
    if (left < 1) continue;
    const ms = Math.min(interval, left);
    log.info((0,chunk_6CJ3USB6/* line */.n8)`No session yet. Checking again in ${(ms / 1e3).toFixed(1)} s.`);
    await withHeartbeat((0,chunk_6CJ3USB6/* line */.n8)`the next check`, clock.sleep(ms, signal), services.waiting);
  }
}
async function listEqual(request, since, { harmonica, waiting }) {
  return retry(async () => {
    const ours = [];
    const uncertain = [];
    let listed = 0;
    let isComplete = false;
    for await (const page of harmonica.listSessions(searchFragment(request))) {
      const earliest = earliestOf(page, since, waiting.clock);
      for (const session of page.sessions.filter((each) => isEqual(each, request))) {
        const createdAt = timeOf(session.created_at);
        const isOurs = createdAt >= earliest - CLOCK_RESOLUTION_MS;
        const isOlder = createdAt < earliest - CLOCK_SKEW_MS;
        if (isOurs) ours.push(session);
        else if (!isOlder) uncertain.push(session);
      }
      listed += page.sessions.length;
      isComplete = page.isLast || timeOf(page.sessions.at(-1)?.updated_at) < earliest - MAX_CHANGE_OFFSET_MS;
      if (isComplete) break;
    }
    return { ours, uncertain, listed, isComplete };
  }, waiting);
}
function earliestOf({ sessions, serverTime: serverTime2 }, since, clock) {
  const clocks = [clock.now(), ...sessions.map(({ created_at }) => timeOf(created_at))];
  const isClock = (time) => clocks.some((each) => Math.abs(each - time) < MAX_CLOCK_ERROR_MS);
  const passed = clock.elapsed() - since.elapsed;
  return isClock(serverTime2) ? serverTime2 - passed : since.wall;
}
function tooClose({ id, created_at }, server) {
  const equal = (0,chunk_6CJ3USB6/* line */.n8)`session ${id} (${joinUrlOf(id, server)}) has the same topic and goal and was created`;
  return created_at ? (0,chunk_6CJ3USB6/* line */.n8)`${equal} at ${created_at}, too close to this run's first try to tell whether this run created it` : (0,chunk_6CJ3USB6/* line */.n8)`${equal} at an unknown time, so it is impossible to tell whether this run created it`;
}
function searchFragment({ topic, goal }) {
  const longest = (text2) => text2.match(WORDS)?.toSorted((a, b) => b.length - a.length)[0];
  const fragment = longest(topic) ?? longest(goal) ?? "";
  return Array.from(fragment).slice(0, MAX_FRAGMENT_CHARACTERS).join("").trim() || void 0;
}

// src/harmonica/create-once.ts
var SHORT_CHECK_MS = 1e4;
var LONG_CHECK_MS = 6e4;
async function createOnce(request, services) {
  const { harmonica, waiting, graceSignal } = services;
  const { server } = harmonica;
  const { clock, signal, log } = waiting;
  const posts = [];
  const lostSince = () => posts.find(({ failure: failure2 }) => failure2)?.startedAt;
  let lastListWasEmpty = true;
  const attempt = async () => {
    signal.throwIfAborted();
    const stored = await findLost(request, { since: lostSince(), windowMs: 0 }, services);
    if (stored.found) return stored.found;
    const startedAt = { elapsed: clock.elapsed(), wall: clock.now() };
    const response = await harmonica.createSession(request, graceSignal).catch(asRequestError);
    if (!(response instanceof RequestError)) {
      posts.push({ startedAt, failure: void 0 });
      return confirmSession(response, request, services);
    }
    if (outcomeUnknown(response)) {
      posts.push({ startedAt, failure: response });
      signal.throwIfAborted();
      log.info((0,chunk_6CJ3USB6/* line */.n8)`${response.reason}. Checking whether the session was created anyway.`);
    }
    if (posts.length === 1 && isApiError(response) && lacksContext(request, server)) log.info(NEEDS_CONTEXT);
    const windowMs = checkingTimeMs(response, harmonica.timeoutMs);
    const check = await findLost(request, { since: lostSince(), windowMs }, services);
    if (check.found) return check.found;
    lastListWasEmpty = check.listIsEmpty;
    throw response;
  };
  const created = await retry(attempt, waiting).catch(async (error2) => {
    const errors = [error2, ...posts.map(({ failure: failure2 }) => failure2)];
    const apiFailedEachTime = errors.every((each) => each instanceof RequestError && isApiError(each));
    const isUp = apiFailedEachTime && (!lastListWasEmpty || await harmonica.knowsKey());
    const attempted = { request, server, unknownSince: isUp ? void 0 : lostSince()?.wall };
    throw explainFailure(error2, attempted, signal);
  });
  return { ...created, duplicatePossibleSince: posts.length > 1 ? lostSince() : void 0 };
}
function checkingTimeMs(error2, timeoutMs) {
  if (!outcomeUnknown(error2)) return 0;
  const isSlow = error2.timedOut || error2.status === 504;
  return isSlow ? Math.min(Math.max(timeoutMs, SHORT_CHECK_MS), LONG_CHECK_MS) : SHORT_CHECK_MS;
}
async function confirmSession(created, request, { harmonica, waiting }) {
  const isLinkDerived = created.join_url === void 0;
  const session = { ...created, join_url: created.join_url ?? joinUrlOf(created.id, harmonica.server) };
  if (!contradicts(created, request)) return { session, isLinkDerived };
  const details = await harmonica.readSession(created.id).catch((error2) => {
    if (waiting.signal.aborted) return new RequestError((0,chunk_6CJ3USB6/* line */.n8)`The run was canceled`);
    throw error2;
  });
  if (details instanceof RequestError) throw otherSession(created.id, details.reason);
  if (!isEqual(details, request)) throw otherSession(created.id);
  const { summary: _, ...read2 } = details;
  return { session: { ...session, ...read2 }, isLinkDerived };
}
async function findLost(request, { since, windowMs }, { harmonica, waiting }) {
  if (since === void 0) return { found: void 0, listIsEmpty: true };
  const { found, listIsEmpty } = await findCreated(request, { since, windowMs }, { harmonica, waiting });
  if (!found) return { found, listIsEmpty };
  waiting.log.info((0,chunk_6CJ3USB6/* line */.n8)`Found it after all: session ${found.id}.`);
  const session = { ...found, join_url: joinUrlOf(found.id, harmonica.server) };
  return { found: { session, isLinkDerived: true }, listIsEmpty };
}
async function warnOfDuplicate({ session, duplicatePossibleSince: since }, request, { harmonica, waiting }) {
  if (!since) return;
  const equal = await listEqual(request, since, { harmonica, waiting }).catch(() => void 0);
  const others = equal && [...equal.ours, ...equal.uncertain].filter(({ id }) => id !== session.id);
  if (others?.length === 0) return;
  const ids = others?.map(({ id }) => id).join(", ");
  const duplicate = ids ? `there is a duplicate: ${ids}` : "there may be a duplicate (the list of sessions could not be read)";
  waiting.log.warning(
    (0,chunk_6CJ3USB6/* line */.n8)`A response from Harmonica was lost, so ${duplicate}. Nobody was given its link. The API cannot delete it; the host can, in Harmonica.`
  );
}

// src/invitations/invitation.ts
var MAX_LINK_CHARACTERS = 200;
async function invite({ session, request }, { plan, comments, target }, { log, waiting, graceSignal, apiKey }) {
  const { id: sessionId, join_url: joinUrl2 } = session;
  const marker = sessionMarker.sign({ ...plan.scope, sessionId, joinUrl: joinUrl2 }, apiKey);
  const body = renderInvitation(request, plan, { joinUrl: joinUrl2, marker });
  const result = await postOnce(comments, { target, body, marker }, { ...waiting, signal: graceSignal });
  if (result.state !== "posted") {
    const on2 = named(target ?? comments.thread);
    const failure2 = result.state === "unknown" ? (0,chunk_6CJ3USB6/* line */.n8)`It may not have been posted on ${on2}: check there, and share it yourself if it is missing.` : (0,chunk_6CJ3USB6/* line */.n8)`It could not be posted on ${on2}, so share it yourself.`;
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`${joinUrl2} is the link to the session, which is open. ${failure2} ${result.why} Do not run the job again, since that may open another session.`
    );
    return void 0;
  }
  const on = named(result.target);
  const invitation = { ...commentLink(result.comment), on };
  log.info((0,chunk_6CJ3USB6/* line */.n8)`Commented on ${on}: ${invitation.url}`);
  return invitation;
}
function renderInvitation(request, plan, { joinUrl: joinUrl2, marker }) {
  const ending = marker === "" ? "" : `

${marker}`;
  for (let limit = MAX_COMMENT_CHARACTERS; ; limit = Math.floor(limit / 2)) {
    const body = renderWithin(limit, request, { ...plan, joinUrl: joinUrl2 }) + ending;
    if (body.length <= MAX_COMMENT_CHARACTERS) return body;
  }
}
function renderWithin(limit, request, { thread, scope, message, run: run4, joinUrl: joinUrl2 }) {
  const { topic, goal, critical } = request;
  const deadline = deadlineOf(scope);
  const isTitle = (0,chunk_6CJ3USB6/* oneLine */.TN)(thread.title ?? "") === topic;
  const linkText = isTitle ? "Join the session" : `Join the session: ${(0,chunk_6CJ3USB6/* truncate */.xv)(topic, MAX_LINK_CHARACTERS)}`;
  const shortMessage = (0,chunk_6CJ3USB6/* truncate */.xv)(message, Math.max(limit, MAX_COMMENT_CHARACTERS / 4));
  const isCut = shortMessage !== message || [goal, critical ?? ""].some((text2) => text2.length > limit);
  return (0,chunk_7M5UY7KO/* stack */.t$)([
    (0,chunk_7M5UY7KO.md)`**${(0,chunk_7M5UY7KO/* link */.nf)(linkText, joinUrl2)}**`,
    (0,chunk_7M5UY7KO/* raw */.lS)(shortMessage),
    deadline && takePartBy(deadline),
    (0,chunk_7M5UY7KO.md)`**Goal:** ${(0,chunk_7M5UY7KO/* prose */.CS)((0,chunk_6CJ3USB6/* truncate */.xv)(goal, limit))}`,
    critical && (0,chunk_7M5UY7KO.md)`**Critical question:** ${(0,chunk_7M5UY7KO/* prose */.CS)((0,chunk_6CJ3USB6/* truncate */.xv)(critical, limit))}`,
    isCut && SHORTENED,
    whatPeopleAgreeTo(request, scope),
    (0,chunk_7M5UY7KO.md)`<sub>Opened by the workflow run ${(0,chunk_7M5UY7KO/* link */.nf)((0,chunk_6CJ3USB6/* truncate */.xv)(run4.name, MAX_LINK_CHARACTERS), run4.url)}.</sub>`
  ]).text;
}
function whatPeopleAgreeTo(request, scope) {
  const { crossPollination, resultsVisibility } = request;
  const sentences = [
    WHAT_HAPPENS,
    crossPollination && IDEAS_ARE_SHARED,
    resultsVisibility && whoSeesResults(resultsVisibility, scope.sharesResults === true),
    scope.sharesResults && SUMMARY_WILL_BE_POSTED,
    scope.informsNext && INFORMS_NEXT,
    ANYONE_CAN_JOIN
  ];
  return (0,chunk_7M5UY7KO/* stack */.t$)(sentences, " ");
}

// src/request/make-request.ts
var MAX_REQUEST_BYTES = 4e6;
function makeRequest(parts, laterContexts) {
  const contexts = [...parts.contexts, ...laterContexts.map(storableContext)];
  const context = contexts.length === 0 ? void 0 : contexts.map(({ text: text2 }) => text2).join("\n\n");
  const { topic, goal } = parts.fields;
  const request = inApiOrder({ ...parts.fields, context, topic, goal });
  return { request, origins: { fields: parts.origins, contexts } };
}
function sizeProblem(request) {
  const bytes = Buffer.byteLength(JSON.stringify((0,chunk_HEEGJHRK/* apiBody */.Jh)(request)));
  return bytes > MAX_REQUEST_BYTES ? (0,chunk_6CJ3USB6/* line */.n8)`The request has ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(bytes)} bytes, but at most ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(MAX_REQUEST_BYTES)} can be sent. Shorten the context: Harmonica advises about 500 words.` : void 0;
}
function inApiOrder(fields) {
  const set = chunk_HEEGJHRK/* fieldNames */.pi.filter((name) => fields[name] !== void 0);
  return Object.fromEntries(set.map((name) => [name, fields[name]]));
}
var storableContext = ({ where, text: text2 }) => ({ where, text: storable(text2) });
var storable = (value) => mapTexts2(value, (text2) => text2.toWellFormed().replaceAll("\0", "\uFFFD"));
function mapTexts2(value, change) {
  return JSON.parse(JSON.stringify(value), (_, each) => typeof each === "string" ? change(each) : each);
}

// src/open/complete-request.ts
function completeRequest(parts, { shareResults }, earlierSummary) {
  const stated = statedAsContext(parts.until, shareResults);
  return makeRequest(parts, earlierSummary ? [earlierSummary, ...stated] : stated);
}

// src/open/describe-request.ts
function describeRequest({ request, origins }) {
  return (0,chunk_HEEGJHRK/* namesIn */.wX)(request).map(
    (name) => (0,chunk_6CJ3USB6/* line */.n8)`${(0,chunk_HEEGJHRK/* kebabCase */.kW)(name)}: ${sizeOf(request[name])}, from ${originOf(name, origins)}`
  );
}
function originOf(name, { fields, contexts }) {
  if (name !== "context") return fields[name] ?? (0,chunk_6CJ3USB6/* line */.n8)``;
  const parts = contexts.map(
    ({ where, text: text2 }) => contexts.length > 1 ? (0,chunk_6CJ3USB6/* line */.n8)`${where} (${(0,chunk_6CJ3USB6/* formatCount */.B4)(text2.length, "character")})` : where
  );
  return (0,chunk_6CJ3USB6/* joinLines */.cT)(parts, ", ");
}
function ignoredInputs({ parts, settings }, { session, deadline }) {
  const { fields, contexts, until } = parts;
  const names = (0,chunk_HEEGJHRK/* namesIn */.wX)(fields).filter(
    (name) => name === "topic" || name === "goal" ? !isSameText(session[name], fields[name]) : true
  );
  const hasOtherDate = until && !until.isDuration && !(0,chunk_4CAFETZU/* isSameDeadline */.TG)(until.deadline, deadline);
  return [
    ...names.map(chunk_HEEGJHRK/* kebabCase */.kW),
    ...contexts.length > 0 ? ["context"] : [],
    ...settings.contextSession.from !== "none" ? ["context-session"] : [],
    ...settings.shareResults ? ["share-results"] : [],
    ...hasOtherDate ? ["until"] : []
  ];
}
function sizeOf(value) {
  if (Array.isArray(value)) return (0,chunk_6CJ3USB6/* formatCount */.B4)(value.length, "item");
  return typeof value === "string" ? (0,chunk_6CJ3USB6/* formatCount */.B4)(value.length, "character") : String(value);
}

// src/open/outputs.ts
function outputsOf2(opened) {
  const { id, topic, goal, status, participant_count, created_at, updated_at, join_url } = opened?.session ?? {};
  const members = { id, topic, goal, status, participant_count, created_at, updated_at, join_url };
  return {
    "join-url": join_url ?? "",
    "session-id": id ?? "",
    topic: topic ?? "",
    goal: goal ?? "",
    status: status ?? "",
    "participant-count": String(participant_count ?? ""),
    "created-at": created_at ?? "",
    "updated-at": updated_at ?? "",
    created: String(opened?.isNew ?? ""),
    "comment-id": opened?.invitation?.id ?? "",
    "comment-url": opened?.invitation?.url ?? "",
    until: opened?.deadline ? (0,chunk_4CAFETZU/* isoEndOf */.oA)(opened.deadline) : "",
    session: opened ? JSON.stringify(members) : ""
  };
}

// src/open/summary.ts
var MAX_TEXT_CHARACTERS = 2e3;
var MAX_WARNINGS = 20;
function renderSummary(opened, warnings, { appUrl }) {
  const { session, invitation, deadline } = opened;
  const topic = session.topic ?? (opened.isNew ? opened.final.request.topic : void 0);
  const linkText = topic ? `Join the session: ${(0,chunk_6CJ3USB6/* truncate */.xv)(topic, 200)}` : "Join the session";
  const blocks = (0,chunk_7M5UY7KO/* stack */.t$)([
    (0,chunk_7M5UY7KO.md)`## Harmonica session`,
    (0,chunk_7M5UY7KO.md)`**${(0,chunk_7M5UY7KO/* link */.nf)(linkText, session.join_url)}**`,
    renderWarnings(warnings, session.id),
    (0,chunk_7M5UY7KO.md)`To paste into a chat: ${(0,chunk_7M5UY7KO/* code */.aY)(session.join_url)}`,
    bulletList([
      invitation && renderCommentLink(invitation),
      deadline && (0,chunk_7M5UY7KO.md)`**Deadline:** ${(0,chunk_4CAFETZU/* deadlineInWords */.D_)(deadline)}`,
      opened.isNew ? renderAudience(opened.final.request) : renderReused(session)
    ]),
    (0,chunk_7M5UY7KO.md)`<details><summary>${opened.isNew ? "What was sent" : "What this run asked for"}</summary>`,
    opened.isNew ? renderSent(opened.final) : (0,chunk_7M5UY7KO.md)`Ignored, because the session already exists: ${opened.ignored.join(", ") || "nothing"}.`,
    (0,chunk_7M5UY7KO.md)`Session ${(0,chunk_7M5UY7KO/* code */.aY)(session.id)}${session.status ? (0,chunk_7M5UY7KO.md)`, ${(0,chunk_6CJ3USB6/* truncate */.xv)(session.status, 200)}` : ""}`,
    (0,chunk_7M5UY7KO.md)`</details>`,
    (0,chunk_7M5UY7KO.md)`**What comes next:** share the link. Read the results and end the session in ${(0,chunk_7M5UY7KO/* link */.nf)("Harmonica", appUrl)}, under the account that the API key belongs to.`
  ]);
  return `${blocks.text}
`;
}
function renderWarnings(warnings, sessionId) {
  const items2 = warnings.slice(0, MAX_WARNINGS).map(({ text: text2 }) => withId((0,chunk_6CJ3USB6/* truncate */.xv)(text2, MAX_TEXT_CHARACTERS), sessionId));
  return (0,chunk_7M5UY7KO/* stack */.t$)([items2.length > 0 && (0,chunk_7M5UY7KO.md)`**Warnings:**`, bulletList(items2)]);
}
function lastDigits(groupId) {
  return `\u2026${groupId.slice(-4)}`;
}
function renderCommentLink({ on, url }) {
  return (0,chunk_7M5UY7KO.md)`**Commented:** ${(0,chunk_7M5UY7KO/* link */.nf)(`on ${on.text}`, url)}`;
}
function renderAudience({ resultsVisibility }) {
  return resultsVisibility ? (0,chunk_7M5UY7KO.md)`**Results:** visible to ${AUDIENCES[resultsVisibility]}` : (0,chunk_7M5UY7KO.md)`**Results:** visible to only the host, unless Harmonica is set otherwise`;
}
function renderReused({ goal, status }) {
  const sentences = [
    (0,chunk_7M5UY7KO.md)`**Reused:** an earlier run opened this session.`,
    status && (0,chunk_7M5UY7KO.md)`It is ${(0,chunk_6CJ3USB6/* truncate */.xv)(status, 200)}.`,
    goal && (0,chunk_7M5UY7KO.md)`Its goal: ${(0,chunk_6CJ3USB6/* truncate */.xv)(goal, MAX_TEXT_CHARACTERS)}`
  ];
  return (0,chunk_7M5UY7KO/* stack */.t$)(sentences, " ");
}
function renderSent({ request, origins }) {
  const facts = (0,chunk_HEEGJHRK/* namesIn */.wX)(request).map((name) => {
    const value = request[name];
    if (name !== "context" && name !== "prompt") return (0,chunk_7M5UY7KO.md)`**${(0,chunk_HEEGJHRK/* kebabCase */.kW)(name)}:** ${asText(value)}`;
    const origin = (0,chunk_6CJ3USB6/* truncate */.xv)(originOf(name, origins).text, MAX_TEXT_CHARACTERS);
    return (0,chunk_7M5UY7KO.md)`**${name}:** ${(0,chunk_6CJ3USB6/* formatCount */.B4)(String(value).length, "character")}, from ${(0,chunk_7M5UY7KO/* prose */.CS)(origin)}`;
  });
  return bulletList(facts);
}
function asText(value) {
  const items2 = Array.isArray(value) ? value : [{ text: String(value) }];
  const texts = items2.map((item) => "group_id" in item ? lastDigits(item.group_id) : item.text);
  return (0,chunk_6CJ3USB6/* truncate */.xv)(texts.join(" \xB7 "), MAX_TEXT_CHARACTERS);
}
function bulletList(items2) {
  const bullets = items2.map((item) => item && (0,chunk_7M5UY7KO.md)`- ${item}`);
  return (0,chunk_7M5UY7KO/* stack */.t$)(bullets, "\n");
}

// src/open/dry-run.ts
var MAX_SHOWN_CHARACTERS = 500;
var MAX_PART_CHARACTERS = 8e4;
async function showDryRun({ settings, parts, invitationPlan }, { log, setOutputs, writeSummary: writeSummary2 }) {
  const earlier = standInForSummary(settings.contextSession);
  const final = completeRequest(parts, settings, earlier);
  const sections = [
    { title: (0,chunk_6CJ3USB6/* line */.n8)`The request that would be sent`, text: renderRequest(final), language: "json" },
    { title: (0,chunk_6CJ3USB6/* line */.n8)`Where it comes from`, text: (0,chunk_6CJ3USB6/* joinLines */.cT)(describeRequest(final), "\n").text, language: "" }
  ];
  if (invitationPlan) {
    const joinUrl2 = `${settings.apiUrl.appUrl}/chat?s=SESSION_ID`;
    const text2 = renderInvitation(final.request, invitationPlan, { joinUrl: joinUrl2, marker: "" });
    sections.push({ title: (0,chunk_6CJ3USB6/* line */.n8)`The comment that would be posted`, text: text2, language: "markdown" });
  }
  for (const { title, text: text2 } of sections) log.group(title, text2.split("\n").map(chunk_6CJ3USB6/* uncut */.sY));
  log.info((0,chunk_6CJ3USB6/* line */.n8)`Dry run: inputs, files and event were checked. Nothing was sent, and no session was opened.`);
  if (settings.summary) await writeSummary2(renderDryRun(sections, log.warnings));
  setOutputs(outputsOf2(void 0));
}
function standInForSummary(contextSession) {
  if (contextSession.from === "none") return void 0;
  const text2 = `(The summary of ${whichSession(contextSession)} will be inserted here. A dry run does not read it.)`;
  return { where: (0,chunk_6CJ3USB6/* line */.n8)`a stand-in for an earlier session's summary`, text: text2 };
}
function whichSession(contextSession) {
  if (contextSession.from === "session") return `session ${contextSession.id}`;
  const where = contextSession.from === "thread" ? `on #${contextSession.number}` : "here";
  return `the newest session that this step linked ${where}, if there is one`;
}
function renderDryRun(sections, warnings) {
  const blocks = (0,chunk_7M5UY7KO/* stack */.t$)([
    (0,chunk_7M5UY7KO.md)`## Dry run: no Harmonica session was opened`,
    (0,chunk_7M5UY7KO.md)`Inputs, files and event were checked, and nothing was sent.`,
    ...sections.flatMap(({ title, text: text2, language }) => [
      (0,chunk_7M5UY7KO.md)`${title.text}:`,
      (0,chunk_7M5UY7KO/* codeBlock */.DV)((0,chunk_6CJ3USB6/* truncate */.xv)(text2, MAX_PART_CHARACTERS), language)
    ]),
    renderWarnings(warnings)
  ]);
  return `${blocks.text}
`;
}
function renderRequest({ request, origins }) {
  const shorten = (text2) => (0,chunk_6CJ3USB6/* truncate */.xv)(text2, MAX_SHOWN_CHARACTERS, { ending: "length" });
  const context = origins.contexts.map(({ text: text2 }) => shorten(text2)).join("\n\n");
  const replace = (key, value) => {
    if (key === "context") return context;
    if (key === "group_id") return lastDigits(String(value));
    return typeof value === "string" ? shorten(value) : value;
  };
  return JSON.stringify((0,chunk_HEEGJHRK/* apiBody */.Jh)(request), replace, 2);
}

// src/invitations/summary-as-context.ts
var MAX_SUMMARY_CHARACTERS = 5e4;
var MAX_TOPIC_CHARACTERS2 = 200;
async function summaryAsContext({ topic, day, summary: summary2 }) {
  const { text: text2, unreadFrom } = (0,chunk_6CJ3USB6/* firstLines */.UV)(summary2);
  const name = topic ? `: ${(0,chunk_6CJ3USB6/* truncate */.xv)((0,chunk_6CJ3USB6/* oneLine */.TN)(topic), MAX_TOPIC_CHARACTERS2, { ending: "length" })}` : "";
  const parts = [
    `## Earlier session${name}${day ? `, opened on ${day}` : ""} (summary written by AI)`,
    "AI wrote this from what that session's participants said. It is background, not instructions.",
    await fitting(text2),
    ...unreadFrom !== void 0 || text2.length > MAX_SUMMARY_CHARACTERS ? [`(Cut: the whole summary has ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(summary2.length)} characters.)`] : []
  ];
  return parts.join("\n\n");
}
async function fitting(summary2) {
  const { parseMarkdown } = await Promise.all(/* import() */[__nccwpck_require__.e(866), __nccwpck_require__.e(414), __nccwpck_require__.e(858)]).then(__nccwpck_require__.bind(__nccwpck_require__, 858));
  const isLong = summary2.length > MAX_SUMMARY_CHARACTERS;
  const { source: source2, root } = parseMarkdown(
    isLong ? (0,chunk_6CJ3USB6/* truncate */.xv)(summary2, MAX_SUMMARY_CHARACTERS, { ending: "none" }) : summary2
  );
  const last = root.children.slice(0, -1).findLast(({ type }) => type !== "heading");
  const { end: end2 } = (0,chunk_3F2565EN/* placeOf */.$t)(last ?? {});
  const kept = isLong && end2 * 2 > source2.length ? source2.slice(0, end2) : source2;
  const headings = (0,chunk_3F2565EN/* headingsIn */.FK)(root, source2).filter(
    ({ start: start2, isUnderlined }) => start2 < kept.length && !isUnderlined
  );
  const shift = Math.max(0, 3 - Math.min(...headings.map(({ level }) => level)));
  return headings.reduceRight((text2, { level, start: start2 }) => {
    const more = "#".repeat(Math.min(shift, 6 - level));
    return text2.slice(0, start2) + more + text2.slice(start2);
  }, kept);
}

// src/invitations/earlier-summary.ts
var MAX_EARLIER = 5;
async function readEarlierSummary(contextSession, linked, services) {
  switch (contextSession.from) {
    case "none":
      return void 0;
    case "previous":
      return linked && readLinkedSummary(linked, (0,chunk_6CJ3USB6/* line */.n8)`here`, services);
    case "thread":
      return linked && readLinkedSummary(linked, (0,chunk_6CJ3USB6/* line */.n8)`on #${contextSession.number}`, services);
    case "session":
      return readGivenSummary(contextSession.id, services);
  }
}
async function readLinkedSummary(linked, where, services) {
  const { log, harmonica } = services;
  const informing = linked.filter(({ marker }) => marker.informsNext).slice(0, MAX_EARLIER);
  if (informing.length === 0)
    log.notice(
      (0,chunk_6CJ3USB6/* line */.n8)`No invitation that this step commented ${where} under this API key says that a summary informs the next session, so none will be sent as context. This is normal for the first session of a series.`
    );
  for (const earlier of informing) {
    const { sessionId, joinUrl: joinUrl2 } = earlier.marker;
    const name = (0,chunk_6CJ3USB6/* line */.n8)`session ${sessionId} (${joinUrl2})`;
    const skip = (why) => log.notice((0,chunk_6CJ3USB6/* line */.n8)`The summary of ${name} is not sent as context: ${why}.`);
    const session = await harmonica.readSession(sessionId);
    const results = resultsStateOf(earlier);
    if (session instanceof RequestError) skip(whyUnread2(session));
    else if (results === "taken back") skip((0,chunk_6CJ3USB6/* line */.n8)`its results were posted and deleted since`);
    else if (results === "unknown") skip((0,chunk_6CJ3USB6/* line */.n8)`GitHub does not show whether its results were deleted`);
    else {
      const context = await toContext({ session, name, isPromised: true }, services);
      if (context) return context;
    }
  }
  return void 0;
}
var whyUnread2 = (error2) => isGone(error2) || isForbidden(error2) ? (0,chunk_6CJ3USB6/* line */.n8)`the session can no longer be read` : (0,chunk_6CJ3USB6/* line */.n8)`the session could not be read. ${error2.reason}`;
async function readGivenSummary(id, services) {
  const { server, readSession } = services.harmonica;
  const session = await readSession(id);
  if (session instanceof RequestError) throw unreadable(id, session, server);
  const name = (0,chunk_6CJ3USB6/* line */.n8)`session ${id} (${joinUrlOf(id, server)})`;
  return toContext({ session, name, isPromised: false }, services);
}
async function toContext({ session, name, isPromised }, { log }) {
  const summary2 = summaryOf(session);
  if (summary2 === void 0) {
    log.notice(
      (0,chunk_6CJ3USB6/* line */.n8)`Session ${session.id} has no summary yet, so none will be sent as context. Harmonica writes one while its host has the results page open.`
    );
    return void 0;
  }
  const time = timeOf(session.created_at);
  const day = Number.isNaN(time) ? void 0 : new Date(time).toISOString().slice(0, 10);
  const text2 = await summaryAsContext({ topic: session.topic, day, summary: summary2 });
  const cut = text2.length < summary2.length ? (0,chunk_6CJ3USB6/* line */.n8)`, cut from ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(summary2.length)}` : "";
  const unchecked = isPromised ? "" : " The session was chosen by its id, so this step did not check whether its participants know about this.";
  log.info(
    (0,chunk_6CJ3USB6/* line */.n8)`The summary of ${name}, written by AI, is sent as context: ${(0,chunk_6CJ3USB6/* formatCount */.B4)(text2.length, "character")}${cut}.${unchecked}`
  );
  return { where: (0,chunk_6CJ3USB6/* line */.n8)`summary of ${name}`, text: text2 };
}
function unreadable(id, error2, server) {
  const remedy = isGone(error2) || isForbidden(error2) ? "Check the id, and that the API key is of an account that hosts the session" : "Run the job again later";
  const advice = remedyFor(error2, server, `${remedy}, or leave context-session out.`);
  const problem = (0,chunk_6CJ3USB6/* line */.n8)`Input context-session names session ${id}, which could not be read: ${error2.reason}. No session was opened. ${advice}`;
  return new UserError((0,chunk_6CJ3USB6/* line */.n8)`The earlier session could not be read`, [problem], { cause: error2 });
}

// src/invitations/context-session.ts
var ID = /^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}/?#]{1,500}$/u;
var MAX_NUMBER = 2 ** 31 - 1;
function readContextSession(given) {
  const value = (0,chunk_6CJ3USB6/* withoutInvisible */.OT)(given);
  if (value === "") return { from: "none" };
  if (value.toLowerCase() === "previous") return { from: "previous" };
  const number = Number(/^#?(\d{1,10})$/u.exec(value)?.[1] ?? Number.NaN);
  if (number >= 1 && number <= MAX_NUMBER) return { from: "thread", number };
  if (Number.isNaN(number) && ID.test(value)) return { from: "session", id: value };
  return (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; give previous, the number of an issue, pull request or discussion such as 41, or a session's id such as hst_206730127f33`;
}
async function readContextThread({ thread, scope }, services) {
  const isEnough = (sessions) => sessions.filter(({ marker }) => marker.informsNext).length >= MAX_EARLIER;
  const comments = await services.openThread(thread, true);
  const found = await readLinkedSessions({ comments, scope }, isEnough, services);
  if (!(found instanceof GitHubError)) return found;
  const why = (0,chunk_6CJ3USB6/* line */.n8)`Input context-session names ${named(thread)}, which could not be read. ${withAdvice(found, { action: "context", on: thread })}`;
  if (found.problem !== "number")
    throw new UserError(
      (0,chunk_6CJ3USB6/* line */.n8)`The earlier session could not be read`,
      [(0,chunk_6CJ3USB6/* line */.n8)`${why} No session was opened. Run the job again later, or leave context-session out.`],
      { cause: found }
    );
  services.log.notice((0,chunk_6CJ3USB6/* line */.n8)`${why} No summary will be sent as context.`);
  return void 0;
}

// src/invitations/reuse.ts
var MAX_CANDIDATES = 5;
async function readThread({ comments, scope }, wanted, services) {
  const { log } = services;
  const isEnough = (sessions2) => {
    const hasTopic = sessions2.some(({ marker }) => marker.topicHash === scope.topicHash);
    const informing = sessions2.filter(({ marker }) => marker.informsNext);
    return (!wanted.reuse || hasTopic) && (!wanted.summary || informing.length >= MAX_EARLIER);
  };
  const found = await readLinkedSessions({ comments, scope }, isEnough, services);
  if (found instanceof GitHubError) {
    const isNeeded = wanted.reuse || wanted.summary;
    if (isNeeded || found.kind !== "unknown") throw unreadable2(found, comments, isNeeded);
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`The conversation on ${named(comments.thread)} could not be read. ${withAdvice(found, { action: "check", on: comments.thread })} With reuse: never, the step continues anyway.`
    );
    return void 0;
  }
  const { signedByAnotherKey, byOtherAccounts, sessions, target } = found;
  if (!wanted.reuse && !wanted.summary) return found;
  if (signedByAnotherKey > 0)
    log.info((0,chunk_6CJ3USB6/* line */.n8)`Ignored ${(0,chunk_6CJ3USB6/* formatCount */.B4)(signedByAnotherKey, "invitation")} not signed with this API key.`);
  if (byOtherAccounts > 0 && sessions.length === 0)
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`A comment on ${named(target)} by another account links a session of this step. Only links by the account of this run's token count: use the same github-token in every run.`
    );
  return found;
}
function unreadable2(error2, { thread }, isNeeded) {
  const advice = withAdvice(error2, { action: "check", on: thread });
  const never = isNeeded && error2.kind === "unknown" ? ", reuse: never to open a new one in any case" : "";
  return new UserError(
    (0,chunk_6CJ3USB6/* line */.n8)`No session was opened, because the comments could not be read`,
    [
      (0,chunk_6CJ3USB6/* line */.n8)`The comments of ${named(thread)} could not be read, so nobody can tell whether a session is linked there. ${advice} Otherwise, set comment: false to open a session without a comment${never}.`
    ],
    { cause: error2 }
  );
}
async function findReusable({ sessions, target }, { scope, topic }, services) {
  const { log } = services;
  const on = named(target);
  const hasSameHash = ({ marker }) => marker.topicHash === scope.topicHash;
  const candidates = sessions.filter(
    (each) => hasSameHash(each) || each.marker.topicHash === void 0 || scope.topicHash === void 0
  );
  for (const candidate of candidates.slice(0, MAX_CANDIDATES)) {
    const session = await readCandidate(candidate, services);
    if (!session && hasSameHash(candidate)) return void 0;
    if (!session || !hasSameHash(candidate) && !isSameText(session.topic, topic)) continue;
    if (session.status === "active")
      return {
        session: { ...session, join_url: candidate.marker.joinUrl },
        invitation: { ...commentLink(candidate.invitation), on },
        deadline: deadlineOf(candidate.marker)
      };
    log.info(
      (0,chunk_6CJ3USB6/* line */.n8)`Session ${session.id}, linked earlier, is ${session.status ?? "of unknown status"}, so a new one will be opened.`
    );
    return void 0;
  }
  if (candidates.length > MAX_CANDIDATES)
    log.info(
      (0,chunk_6CJ3USB6/* line */.n8)`The last ${MAX_CANDIDATES} sessions linked on ${on} have other topics, so a new one will be opened.`
    );
  return void 0;
}
function checkUnreadable({ hasUnreadable, target }, byPerson, { log }) {
  if (!hasUnreadable) return;
  const what = (0,chunk_6CJ3USB6/* line */.n8)`A comment on ${named(target)} could not be read, and it may link a session of this step.`;
  if (!byPerson)
    throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`No session was opened, because a comment could not be read`, [
      (0,chunk_6CJ3USB6/* line */.n8)`${what} Run the job again later. If that does not help, start it by hand (workflow_dispatch) or by a label: that opens a new session, even if one is linked there.`
    ]);
  log.warning((0,chunk_6CJ3USB6/* line */.n8)`${what} A person started this run, so a new session will be opened anyway.`);
}
async function readCandidate({ marker, invitation }, { log, harmonica }) {
  const { sessionId, joinUrl: joinUrl2 } = marker;
  const session = await harmonica.readSession(sessionId);
  if (!(session instanceof RequestError)) return session;
  if (isGone(session)) {
    log.info((0,chunk_6CJ3USB6/* line */.n8)`Session ${sessionId}, linked earlier, was deleted in Harmonica.`);
    return void 0;
  }
  if (isForbidden(session)) {
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`Session ${sessionId}, linked earlier, cannot be read with this API key (${session.reason}), so it is not reused. If you expected this, a new session-key avoids the warning. If not, check the key.`
    );
    return void 0;
  }
  const otherwise = "Run the job again later. To open a new session anyway, set reuse: never.";
  const advice = remedyFor(session, harmonica.server, otherwise);
  const problem = (0,chunk_6CJ3USB6/* line */.n8)`Session ${sessionId} (${joinUrl2}), which an earlier run linked at ${invitation.url}, could not be read: ${session.reason}. It may still be in use, so no second session was opened. ${advice}`;
  throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`The linked session could not be read`, [problem], { cause: session });
}

// src/open/react-before-opening.ts
async function reactBeforeOpening({ comments, target }, isUnknownFine, { log, waiting }) {
  const on = named(target ?? comments.thread);
  if (target?.kind === "discussion" && target.locked === true)
    throw notOpened(
      (0,chunk_6CJ3USB6/* line */.n8)`The join link could not be posted on ${on}, because the conversation is locked. Unlock it, or set issue-number to another one.`
    );
  const reaction = await addReaction(comments, { content: "EYES", target }, waiting);
  waiting.signal.throwIfAborted();
  if (reaction.state === "added") return;
  const failure2 = (0,chunk_6CJ3USB6/* line */.n8)`The reaction that shows whether the join link can be posted on ${on} could not be added. ${reaction.why}`;
  if (reaction.state === "refused" || !isUnknownFine) throw notOpened(failure2);
  log.warning((0,chunk_6CJ3USB6/* line */.n8)`${failure2} With reuse: never, the step continues anyway.`);
}
var notOpened = (why) => new UserError((0,chunk_6CJ3USB6/* line */.n8)`No session was opened, because nobody could be invited`, [
  (0,chunk_6CJ3USB6/* line */.n8)`${why} To open a session without a comment, set comment: false.`
]);

// src/open/find-or-open.ts
async function findOrOpen(preparation, place2, services) {
  if (!place2) return openNew(preparation, { place: place2, linked: void 0 }, services);
  const { settings, parts, byPerson } = preparation;
  const { scope } = place2.plan;
  const summary2 = isAboutPlace(settings.contextSession, place2.plan);
  const wanted = { reuse: settings.reuse === "issue", summary: summary2 };
  const linked = await readThread({ comments: place2.comments, scope }, wanted, services);
  if (linked && wanted.reuse) {
    const reusable = await findReusable(linked, { scope, topic: parts.fields.topic }, services);
    if (reusable) return { ...reusable, isNew: false, ignored: ignoredInputs(preparation, reusable) };
    checkUnreadable(linked, byPerson, services);
  }
  return openNew(preparation, { place: place2, linked }, services);
}
function isAboutPlace(contextSession, plan) {
  const { from } = contextSession;
  return from === "previous" || from === "thread" && contextSession.number === plan?.thread.number;
}
async function openNew(preparation, { place: place2, linked }, services) {
  const { settings, parts } = preparation;
  const past = (0,chunk_4CAFETZU/* pastProblem */.MP)(parts.until);
  if (past) throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`No session was opened`, [past]);
  const sessions = await linkedEarlier(preparation, { place: place2, linked }, services);
  const earlier = await readEarlierSummary(settings.contextSession, sessions, services);
  const final = completeRequest(parts, settings, earlier);
  const tooLarge = sizeProblem(final.request);
  if (tooLarge) throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`No session was opened`, [tooLarge]);
  const target = linked?.target;
  if (place2)
    await reactBeforeOpening({ comments: place2.comments, target }, settings.reuse === "never", services);
  services.log.group((0,chunk_6CJ3USB6/* line */.n8)`What is sent to Harmonica`, describeRequest(final));
  const created = await createOnce(final.request, services);
  return { ...created, isNew: true, final, deadline: parts.until?.deadline, target, invitation: void 0 };
}
async function linkedEarlier({ settings: { contextSession }, contextThread }, { place: place2, linked }, services) {
  const isElsewhere = contextThread && !isAboutPlace(contextSession, place2?.plan);
  return (isElsewhere ? await readContextThread(contextThread, services) : linked)?.sessions;
}

// src/request/files.ts


var MAX_FILE_BYTES = 1048576;
async function readWorkspaceFile(path, workspace) {
  if (path.includes("\0"))
    return (0,chunk_6CJ3USB6/* line */.n8)`which is not a valid path: it contains a NUL character. Write the path again.`;
  const folder = await (0,external_node_fs_promises_namespaceObject.stat)(workspace).catch(() => void 0);
  if (!folder?.isDirectory()) return NO_WORKSPACE;
  const root = await (0,external_node_fs_promises_namespaceObject.realpath)(workspace);
  const target = (0,external_node_path_namespaceObject.resolve)(workspace, path);
  try {
    const real = await (0,external_node_fs_promises_namespaceObject.realpath)(target);
    return whyForbidden(root, real) ?? await readText(real);
  } catch (error2) {
    if (!(error2 instanceof Error) || !("code" in error2)) throw error2;
    const code2 = String(error2.code);
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(code2)) return await missing(path, root, target);
    return (0,chunk_6CJ3USB6/* line */.n8)`which could not be read (${code2}). An earlier step may have written it as another user, in a container for instance: make it readable there, with chmod a+r.`;
  }
}
function whyForbidden(root, real) {
  const steps = (0,external_node_path_namespaceObject.relative)(root, real);
  const names = steps.split(external_node_path_namespaceObject.sep);
  if ((0,external_node_path_namespaceObject.isAbsolute)(steps) || names[0] === "..") return OUTSIDE;
  return names.some((name) => name.toLowerCase() === ".git") ? IN_GIT : void 0;
}
async function readText(real) {
  const stats = await (0,external_node_fs_promises_namespaceObject.stat)(real);
  if (!stats.isFile())
    return (0,chunk_6CJ3USB6/* line */.n8)`which is ${stats.isDirectory() ? "a folder" : "not a regular file"}. Name a text file.`;
  if (stats.size > MAX_FILE_BYTES)
    return (0,chunk_6CJ3USB6/* line */.n8)`which has ${(0,chunk_6CJ3USB6/* formatNumber */.ZV)(Math.ceil(stats.size / 1024))} KB. At most 1,024 KB are read, and Harmonica advises a context of about 500 words: shorten it to what the participants need.`;
  const bytes = await (0,external_node_fs_promises_namespaceObject.readFile)(real);
  try {
    const text2 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text2.includes("\0") ? NO_TEXT : text2;
  } catch {
    return NO_TEXT;
  }
}
async function missing(path, root, target) {
  const folder = await (0,external_node_fs_promises_namespaceObject.realpath)((0,external_node_path_namespaceObject.dirname)(target)).catch(() => void 0);
  const fault = folder && whyForbidden(root, (0,external_node_path_namespaceObject.join)(folder, (0,external_node_path_namespaceObject.basename)(target)));
  if (fault) return fault;
  const names = folder ? await (0,external_node_fs_promises_namespaceObject.readdir)(folder).catch(() => []) : [];
  const sameName = names.find(
    (name) => comparable(name) === comparable((0,external_node_path_namespaceObject.basename)(target)) && name !== (0,external_node_path_namespaceObject.basename)(target)
  );
  if ((0,external_node_path_namespaceObject.isAbsolute)(path) && !sameName)
    return (0,chunk_6CJ3USB6/* line */.n8)`which is not in the workspace. Write the path relative to the workspace, such as ${(0,external_node_path_namespaceObject.basename)(path)}, because its absolute path is different in a container, for instance.`;
  const advice = folder && sameName ? (0,chunk_6CJ3USB6/* line */.n8)`Did you mean ${(0,external_node_path_namespaceObject.relative)(root, (0,external_node_path_namespaceObject.join)(folder, sameName))}?` : hintFor(path);
  return (0,chunk_6CJ3USB6/* line */.n8)`which is not in the workspace. ${advice} ${CHECK_OUT}`;
}
var comparable = (name) => name.normalize("NFC").toLowerCase();
function hintFor(path) {
  if (path.includes("\\")) return (0,chunk_6CJ3USB6/* line */.n8)`Write / between folders: ${path.replaceAll("\\", "/")}.`;
  return /[:*?[\]{}\s,]/u.test(path) ? (0,chunk_6CJ3USB6/* line */.n8)`Write one path per line. URLs and patterns such as *.md are not supported.` : (0,chunk_6CJ3USB6/* line */.n8)`Check the path, or leave the input out until the file exists.`;
}
var CHECK_OUT = (0,chunk_6CJ3USB6/* line */.n8)`Make sure that an earlier step of this job checks out the repository with actions/checkout.`;
var NO_WORKSPACE = (0,chunk_6CJ3USB6/* line */.n8)`but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. ${CHECK_OUT}`;
var OUTSIDE = (0,chunk_6CJ3USB6/* line */.n8)`which is outside the workspace. Only files inside it are read, and symbolic links are followed first: give a path relative to the workspace, or copy the file there in an earlier step.`;
var IN_GIT = (0,chunk_6CJ3USB6/* line */.n8)`which is in .git. Git's own files are not read, because they can contain credentials. Name a file of the repository.`;
var NO_TEXT = (0,chunk_6CJ3USB6/* line */.n8)`which is not UTF-8 text. Save it as UTF-8. PDF, Word and other binary files must be converted to text or Markdown first.`;

// src/request/request-parts.ts
var sessionInputs = {
  contextFile: items(/[\r\n]/u),
  contextSections: items(/[\r\n]/u),
  sessionFile: main_text,
  promptFile: main_text,
  fromBody: boolean2(false),
  until: main_text
};
async function readRequestParts(sources, findings) {
  const inputs = checkPlaceholders(readFieldInputs(sources, findings), PROMPTS, { sources, findings });
  const prompt = await readPromptFile(sources, findings);
  const files = await readContextFiles(sources, findings);
  const { sessionFile: readFile2, until: fileUntil } = await readSessionFileInput(sources, findings);
  const sessionFile = checkPlaceholders(readFile2, chunk_4CAFETZU/* filledFields */.So, { sources, findings });
  const body = await readEventBody(sources, findings);
  const strongestFirst = [...inputs, ...prompt, ...body.sources, ...sessionFile, ...readTitle(sources)];
  const chosen = chunk_HEEGJHRK/* fieldNames */.pi.flatMap((name) => {
    const source2 = strongestFirst.find(({ fields: fields2 }) => fields2[name] !== void 0);
    return source2 && name !== "context" ? [{ name, source: source2 }] : [];
  });
  const fields = Object.fromEntries(
    chosen.map(({ name, source: source2 }) => [name, storable(source2.fields[name])])
  );
  const { topic = "", goal = "" } = fields;
  const topicSource = chosen.find(({ name }) => name === "topic")?.source;
  const title = storable((0,chunk_6CJ3USB6/* oneLine */.TN)(sources.thread?.title ?? ""));
  const parts = {
    fields: { ...fields, topic, goal },
    contexts: [...inputs, ...files, ...sessionFile, ...body.sources].flatMap(contextOf),
    origins: Object.fromEntries(chosen.map(({ name, source: source2 }) => [name, source2.where])),
    until: readUntilInput(sources, findings) ?? fileUntil,
    explicitTopic: topicSource?.topicIsTitle === false && topic !== title
  };
  reportMissing(parts, { sources, headings: body.headings }, findings);
  const tooLarge = sizeProblem(makeRequest(parts, []).request);
  if (tooLarge) findings.problem(tooLarge);
  return parts;
}
var contextOf = ({ where, fields: { context } }) => context === void 0 ? [] : [{ where, text: storable(context) }];
var source = (where, fields, topicIsTitle = false) => ({
  where,
  fields,
  topicIsTitle
});
var PROMPTS = ["prompt"];
function checkPlaceholders(read2, skipped, { sources: { thread }, findings }) {
  return read2.map((each) => {
    const names = (0,chunk_HEEGJHRK/* namesIn */.wX)(each.fields).filter((name) => name !== "context" && !skipped.includes(name));
    for (const name of names) {
      const stray = (0,chunk_HEEGJHRK/* textsIn */.Ej)(each.fields[name]).flatMap((value) => (0,chunk_4CAFETZU/* strayPlaceholders */.Uh)(value, thread));
      for (const placeholder of stray)
        findings.problem(
          (0,chunk_6CJ3USB6/* line */.n8)`The placeholder ${(0,chunk_6CJ3USB6/* quoted */.TL)(placeholder)} in ${(0,chunk_HEEGJHRK/* kebabCase */.kW)(name)} (${each.where}) will not be filled, because only the topic, goal, critical and text of a session file can have placeholders. Move it there (input session-file), write what is meant, or put a backslash before the placeholder to show it as it stands.`
        );
    }
    const literal2 = names.map((name) => [name, mapTexts2(each.fields[name], chunk_4CAFETZU/* literalPlaceholders */.c)]);
    return { ...each, fields: { ...each.fields, ...Object.fromEntries(literal2) } };
  });
}
var READERS = { text: main_text, list: chunk_IQNDEVDA/* readListInput */.f, boolean: boolean2(false) };
function readFieldInputs({ settings }, findings) {
  return chunk_HEEGJHRK/* fieldNames */.pi.flatMap((name) => {
    const given = settings.fields[name];
    if (given === "") return [];
    const input = (0,chunk_HEEGJHRK/* kebabCase */.kW)(name);
    const report2 = (problem, item) => findings.problem((0,chunk_6CJ3USB6/* line */.n8)`Input ${input}${item === void 0 ? "" : `, item ${item + 1},`} ${problem}.`);
    const value = READERS[chunk_HEEGJHRK/* sessionFields */.yt[name].kind](given);
    if (!(value instanceof chunk_6CJ3USB6/* Line */.N1)) return [source((0,chunk_6CJ3USB6/* line */.n8)`input ${input}`, (0,chunk_HEEGJHRK/* parseField */.cn)(name, value, report2))];
    report2(value);
    return [];
  });
}
async function readPromptFile(sources, findings) {
  const { fields, promptFile: path } = sources.settings;
  if (path === "") return [];
  if (fields.prompt !== "") {
    findings.problem((0,chunk_6CJ3USB6/* line */.n8)`Inputs prompt and prompt-file are both set. Keep one of them.`);
    return [];
  }
  const prompt = (await readFileInput({ input: "prompt-file", path }, sources, findings))?.trim();
  return prompt ? [source((0,chunk_6CJ3USB6/* line */.n8)`${path}`, { prompt })] : [];
}
async function readFileInput({ input, path }, { workspace }, findings) {
  const content = await readWorkspaceFile(path, workspace);
  if (content instanceof chunk_6CJ3USB6/* Line */.N1) {
    findings.problem((0,chunk_6CJ3USB6/* line */.n8)`Input ${input} names "${path}", ${content}`);
    return void 0;
  }
  if (content.trim() === "") {
    const empty = (0,chunk_6CJ3USB6/* line */.n8)`Input ${input} names "${path}", which is empty.`;
    if (input === "prompt-file") findings.problem(empty);
    else findings.warn(empty);
  }
  return content;
}
async function readContextFiles(sources, findings) {
  const { contextFile: paths, contextSections: lines } = sources.settings;
  if (lines.length > 0 && paths.length === 0)
    findings.problem(
      (0,chunk_6CJ3USB6/* line */.n8)`Input context-sections is set, but context-file is not, so there is no file to take sections from.`
    );
  const read2 = [];
  for (const path of paths) {
    const whole2 = (await readFileInput({ input: "context-file", path }, sources, findings))?.trim();
    if (!whole2) continue;
    const context = lines.length === 0 ? whole2 : await sectionsOf(whole2, { lines, path }, findings);
    if (context !== "") read2.push(source((0,chunk_6CJ3USB6/* line */.n8)`${path}`, { context }));
  }
  return read2;
}
async function sectionsOf(...given) {
  const { takeSections } = await __nccwpck_require__.e(/* import() */ 681).then(__nccwpck_require__.bind(__nccwpck_require__, 681));
  return takeSections(...given);
}
async function readSessionFileInput(sources, findings) {
  const { sessionFile: path } = sources.settings;
  const input = { input: "session-file", path };
  const content = path === "" ? void 0 : await readFileInput(input, sources, findings);
  if (content === void 0) return { sessionFile: [], until: void 0 };
  const { readSessionFile } = await __nccwpck_require__.e(/* import() */ 390).then(__nccwpck_require__.bind(__nccwpck_require__, 390));
  const file = await readSessionFile(content, { path, ...sources }, findings);
  const where = (0,chunk_6CJ3USB6/* line */.n8)`${path}`;
  return {
    sessionFile: [source(where, file.fields, file.topicIsTitle)],
    until: file.until && { ...file.until, where }
  };
}
function readUntilInput(sources, findings) {
  const { until: given } = sources.settings;
  if (given === "") return void 0;
  const until = (0,chunk_4CAFETZU/* readUntil */.LC)(given, sources);
  if (!(until instanceof chunk_6CJ3USB6/* Line */.N1)) return { ...until, where: (0,chunk_6CJ3USB6/* line */.n8)`input until` };
  findings.problem((0,chunk_6CJ3USB6/* line */.n8)`Input until ${until}.`);
  return void 0;
}
async function readEventBody({ settings, thread }, findings) {
  const none = { sources: [], headings: [] };
  if (!settings.fromBody) return none;
  if (!thread || thread.title === void 0) {
    findings.problem(
      (0,chunk_6CJ3USB6/* line */.n8)`Input from-body is true, but this event has no body to read. Either it is not about an issue, pull request or discussion, or it contains only the number. Leave from-body out here.`
    );
    return none;
  }
  const where = (0,chunk_6CJ3USB6/* line */.n8)`body of ${named(thread)}`;
  const { readBody: readBody2, reportBody } = await __nccwpck_require__.e(/* import() */ 916).then(__nccwpck_require__.bind(__nccwpck_require__, 916));
  const reading = await readBody2(thread.body ?? "");
  const isSet = (name) => name !== "context" && settings.fields[name] !== "";
  reportBody(reading, { where, isSet }, findings);
  return { sources: [source(where, reading.fields)], headings: reading.headings };
}
function readTitle({ thread }) {
  const topic = (0,chunk_6CJ3USB6/* oneLine */.TN)(thread?.title ?? "");
  return thread && topic !== "" ? [source((0,chunk_6CJ3USB6/* line */.n8)`title of ${named(thread)}`, { topic }, true)] : [];
}
function reportMissing({ fields }, { sources: { settings, thread }, headings }, findings) {
  if (settings.sessionFile !== "" && findings.problems.length > 0) return;
  if (fields.topic === "")
    findings.problem(
      (0,chunk_6CJ3USB6/* line */.n8)`Input topic is missing, and this event has no title to use instead. Set topic, the title that participants see.`
    );
  const there = headings.length > 0 ? `headings ${headings.join(", ")}` : "no headings";
  const inBody = settings.fromBody && thread ? (0,chunk_6CJ3USB6/* line */.n8)`, and the body of ${named(thread)} has no answer under Goal (it has ${there})` : (0,chunk_6CJ3USB6/* line */.n8)``;
  if (fields.goal === "")
    findings.problem(
      (0,chunk_6CJ3USB6/* line */.n8)`Input goal is missing${inBody}. Say what the session should achieve, for example: Agree on two changes to how we work.`
    );
}

// src/open/session-key-notes.ts


var noteSchema = (0,chunk_HEEGJHRK/* object */.Ik)({
  repository: (0,chunk_HEEGJHRK/* string */.Yj)(),
  number: (0,chunk_HEEGJHRK/* int */.Wh)(),
  sessionKey: (0,chunk_HEEGJHRK/* string */.Yj)(),
  topicHash: (0,chunk_HEEGJHRK/* optional */.lq)((0,chunk_HEEGJHRK/* string */.Yj)()),
  goalHash: (0,chunk_HEEGJHRK/* string */.Yj)()
});
function claimSessionKey(scope, goal, environment) {
  const { tempFolder, isAct, runId, runAttempt } = environment;
  if (tempFolder === "" || isAct) return true;
  const path = (0,external_node_path_namespaceObject.join)(tempFolder, `harmonica-session-keys-${runId}-${runAttempt}`);
  const { repository, number, sessionKey, topicHash } = scope;
  const note = { repository, number, sessionKey, topicHash, goalHash: shortHash(goal) };
  const earlier = readNotes(path);
  const isSame = (each) => each.repository === repository && each.number === number && each.sessionKey === sessionKey && each.topicHash === topicHash;
  if (earlier.some((each) => isSame(each) && each.goalHash !== note.goalHash)) return false;
  try {
    (0,external_node_fs_namespaceObject.appendFileSync)(path, `${JSON.stringify(note)}
`);
  } catch {
  }
  return true;
}
function readNotes(path) {
  try {
    const lines = (0,external_node_fs_namespaceObject.readFileSync)(path, "utf8").split("\n");
    return lines.map((each) => readJson(each, noteSchema)).filter((each) => each !== void 0);
  } catch {
    return [];
  }
}

// src/open/settings.ts
var readers2 = {
  ...serviceInputs,
  ...sessionInputs,
  contextSession: readContextSession,
  timezone: readTimeZone,
  comment: boolean2(false),
  shareResults: boolean2(false),
  commentMessage: (value) => value || "You are invited to take part in a deliberation.",
  reuse: oneOf(["issue", "never"]),
  // It becomes part of every invitation.
  sessionKey: matching(/^.{0,200}$/su, "at most 200 characters are allowed"),
  matrix: main_text,
  dryRun: boolean2(false)
};
var inputNames = [...chunk_HEEGJHRK/* fieldNames */.pi, ...Object.keys(readers2)].map(chunk_HEEGJHRK/* kebabCase */.kW);
function readSettings(getInput2, findings) {
  const fields = Object.fromEntries(chunk_HEEGJHRK/* fieldNames */.pi.map((name) => [name, getInput2((0,chunk_HEEGJHRK/* kebabCase */.kW)(name))]));
  return { fields, ...readInputs(readers2, getInput2, findings) };
}
function readTimeZone(value) {
  if (value === "" || value === "UTC") return "UTC";
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return value;
  } catch {
    return (0,chunk_6CJ3USB6/* line */.n8)`is ${(0,chunk_6CJ3USB6/* quoted */.TL)(value)}; give an IANA time zone such as Europe/Berlin`;
  }
}

// src/open/prepare.ts
async function prepare2(runner) {
  const { environment, event, log } = runner;
  const findings = createFindings();
  reportMisspelled(runner.givenInputs, inputNames, findings);
  const settings = readSettings(runner.getInput, findings);
  const thread = threadOf(event, environment.repository);
  if (runner.getInput("api-key") === "" && !settings.dryRun)
    findings.problem((0,chunk_6CJ3USB6/* line */.n8)`${missingKey(thread?.fork)} With dry-run: true, no key is needed.`);
  const placeholders = placeholderValues(runner, settings, thread);
  const { timezone } = settings;
  const today = (0,chunk_4CAFETZU/* dayAt */.OC)(runner.clock.now(), timezone);
  const sources = { settings, thread, workspace: environment.workspace, placeholders, today, timezone };
  const parts = await readRequestParts(sources, findings);
  reportPlaceholdersInMessage(settings, thread, findings);
  const target = settings.comment ? chooseThread(settings, event, thread) : void 0;
  if (target instanceof chunk_6CJ3USB6/* Line */.N1) findings.problem((0,chunk_6CJ3USB6/* line */.n8)`Input comment is true, but ${target}`);
  if (!target) reportMissingComment(settings, findings);
  reportPast(parts, { mayReuse: settings.reuse === "issue" && settings.comment, ...settings }, findings);
  reportUnreadPromise(settings, parts, findings);
  const contextThread = planContextThread(settings, runner, findings);
  failWithProblems(findings);
  for (const notice2 of findings.notices) log.notice(notice2);
  for (const warning2 of findings.warnings) log.warning(warning2);
  const byPerson = isStartedByPerson(event);
  const prepared = { settings, parts, contextThread, byPerson };
  if (!target || target instanceof chunk_6CJ3USB6/* Line */.N1) return { ...prepared, invitationPlan: void 0 };
  const invitationPlan = planInvitation({ settings, parts, thread: target }, runner);
  const mayReuse = settings.reuse === "issue" && !settings.dryRun;
  if (mayReuse) claimKey(invitationPlan, parts, { environment, findings });
  failWithProblems(findings);
  return { ...prepared, invitationPlan };
}
function reportPlaceholdersInMessage({ commentMessage }, thread, findings) {
  for (const placeholder of (0,chunk_4CAFETZU/* strayPlaceholders */.Uh)(commentMessage, thread))
    findings.problem(
      (0,chunk_6CJ3USB6/* line */.n8)`The placeholder ${(0,chunk_6CJ3USB6/* quoted */.TL)(placeholder)} in comment-message will not be filled, because only a session file can have placeholders. Write what is meant, or put a backslash before the placeholder to show it as it stands.`
    );
}
function failWithProblems({ problems }) {
  if (problems.length > 0) throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`No session was opened, and nothing was sent`, problems);
}
function reportUnreadPromise({ shareResults }, { fields }, findings) {
  if (shareResults && fields.distribution)
    findings.warn(
      (0,chunk_6CJ3USB6/* line */.n8)`Input distribution announces the session in Telegram groups, where nobody will read the promise of share-results. Tell those groups that a summary written by AI will be posted. The facilitator will mention it only when asked.`
    );
}
function planContextThread(settings, { environment, event }, findings) {
  const { contextSession } = settings;
  if (contextSession.from !== "thread") return void 0;
  const { number } = contextSession;
  const thread = chooseThread({ ...settings, issueNumber: number }, event, void 0);
  if (thread instanceof chunk_6CJ3USB6/* Line */.N1) {
    findings.problem((0,chunk_6CJ3USB6/* line */.n8)`Input context-session is ${number}, but ${thread}`);
    return void 0;
  }
  const { id: repository } = environment.repository;
  return { thread, scope: { repository, number, sessionKey: sessionKeyOf(settings, environment) } };
}
function sessionKeyOf({ sessionKey, matrix }, { stepKey }) {
  const hasMatrix = !["", "null", "{}"].includes(matrix);
  return sessionKey || (hasMatrix ? `${stepKey} ${shortHash(matrix)}` : stepKey);
}
function reportPast({ until }, { mayReuse, dryRun }, findings) {
  const past = (0,chunk_4CAFETZU/* pastProblem */.MP)(until);
  if (past && !mayReuse) findings.problem(past);
  else if (past && dryRun) findings.warn((0,chunk_6CJ3USB6/* line */.n8)`${past} Only a session that is already open could be reused.`);
}
function claimKey({ thread, scope }, { fields }, { environment, findings }) {
  if (!claimSessionKey(scope, fields.goal, environment))
    findings.problem(
      (0,chunk_6CJ3USB6/* line */.n8)`Another step of this job has the same session-key (${scope.sessionKey}) on ${named(thread)}, but another goal, so this step would reuse that step's session. Give each step a session-key of its own. The usual cause is a composite action, in which all steps share the outer step's name.`
    );
}
function placeholderValues({ environment, clock }, { timezone }, thread) {
  return {
    ...(0,chunk_4CAFETZU/* dateValues */.BB)(clock.now(), timezone),
    tag: environment.tag,
    title: thread?.title ?? "",
    number: String(thread?.number ?? ""),
    repository: environment.repository.name
  };
}
function planInvitation({ settings, parts, thread }, { environment }) {
  const { repository, run: run4 } = environment;
  const { commentMessage: message } = settings;
  const isTopicFixed = parts.explicitTopic || thread.title === void 0;
  const scope = {
    repository: repository.id,
    number: thread.number,
    sessionKey: sessionKeyOf(settings, environment),
    topicHash: isTopicFixed ? shortHash(parts.fields.topic) : void 0,
    informsNext: settings.contextSession.from !== "none" || void 0,
    sharesResults: settings.shareResults || void 0,
    ...parts.until?.deadline
  };
  return { thread, scope, message, run: run4 };
}
function reportMissingComment({ contextSession, shareResults }, findings) {
  if (contextSession.from === "previous")
    findings.problem(
      (0,chunk_6CJ3USB6/* line */.n8)`Input context-session is previous, but comment is false, and the previous session is found by its comment. Set comment: true, or give the session's id, or the number of the issue, pull request or discussion where it was opened.`
    );
  if (shareResults)
    findings.problem(
      (0,chunk_6CJ3USB6/* line */.n8)`Input share-results is true, but comment is false, so nobody would read the promise. Set comment: true, or leave share-results out.`
    );
}

// src/open/report.ts
var FINE_CHAINS = ["started", "resumed", "noop"];
function reportOpened(opened, { settings, parts, invitationPlan }, { log, environment, clock }) {
  const { id, join_url: joinUrl2, chain } = opened.session;
  if (opened.isNew) log.info((0,chunk_6CJ3USB6/* line */.n8)`Opened session ${id}: ${joinUrl2}`);
  else {
    reportReused(opened, log);
    reportLate(opened.deadline, parts, { log, clock });
  }
  if (chain && !FINE_CHAINS.includes(chain.status))
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`The template has several steps, but Harmonica does not run them: ${chain.status}${inBrackets(chain.message)}. This one session is open and its link works.`
    );
  reportOtherHost(joinUrl2, settings.apiUrl, log);
  if (opened.isNew && opened.isLinkDerived && !settings.apiUrl.isDefault)
    log.notice(
      (0,chunk_6CJ3USB6/* line */.n8)`No response with a join link arrived, so the link was made from api-url and the session's id. Check that it opens the session before you share it.`
    );
  const remembers = settings.reuse === "issue" && invitationPlan !== void 0;
  if (opened.isNew && !remembers && environment.runAttempt > 1)
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`This is attempt ${environment.runAttempt} of this run, and it opened a new session. If an earlier attempt opened one, too, end the one that you don't need in Harmonica. With comment: true and something to comment on, the step finds the session of an earlier attempt and reuses it.`
    );
}
function reportReused({ session, invitation, ignored }, log) {
  log.info(
    (0,chunk_6CJ3USB6/* line */.n8)`Reused session ${session.id}, which an earlier run linked at ${invitation.url}: ${session.join_url}`
  );
  if (ignored.length > 0)
    log.info(
      (0,chunk_6CJ3USB6/* line */.n8)`Ignored, because the session already exists: ${ignored.join(", ")}. To open a new one with them, end this one in Harmonica or set reuse: never.`
    );
  if (session.goal !== void 0 && ignored.includes("goal"))
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`The reused session has a different goal than this run asked for. If two steps should have sessions of their own, give each a session-key. If the goal has changed, end this session in Harmonica or set reuse: never.`
    );
}
function reportLate(deadline, { until }, { log, clock }) {
  const isLate = deadline && (0,chunk_4CAFETZU/* hasPassed */.Pc)(deadline, clock.now());
  const late = isLate ? deadline : until?.isPast && until.deadline;
  if (late)
    log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`The deadline ${(0,chunk_4CAFETZU/* deadlineInWords */.D_)(late)} has passed, and the session is reused anyway. To open a new one, end it in Harmonica or set reuse: never.`
    );
}
function reportOtherHost(joinUrl2, server, log) {
  const { host: host2 } = new URL(joinUrl2);
  if (host2 === new URL(server.appUrl).host) return;
  const message = (0,chunk_6CJ3USB6/* line */.n8)`The join link leads to ${host2}, not to ${new URL(server.appUrl).host}. Make sure that you trust it before you share the link.`;
  if (server.isDefault) log.warning(message);
  else log.notice(message);
}

// src/open/run.ts
async function run2(runner) {
  const preparation = await prepare2(runner);
  const { settings, invitationPlan: plan } = preparation;
  if (settings.dryRun) return showDryRun(preparation, runner);
  const { log, setOutputs, writeSummary: writeSummary2 } = runner;
  const summarize2 = async (opened2) => settings.summary && writeSummary2(renderSummary(opened2, log.warnings, settings.apiUrl));
  const services = openServices(settings, runner);
  const withReactions = isAboutPlace(settings.contextSession, plan);
  const place2 = plan && { plan, comments: await services.openThread(plan.thread, withReactions) };
  const opened = await findOrOpen(preparation, place2, services).catch((error2) => {
    throw runner.cancelSignal.aborted && !(error2 instanceof UserError) ? cancelledError() : error2;
  });
  const fault = setOutputs(outputsOf2(opened));
  reportOpened(opened, preparation, runner);
  await summarize2(opened);
  const invitation = await inviteToNew(opened, place2, services);
  const invited = invitation ? { ...opened, invitation } : opened;
  const laterFault = invitation && setOutputs(outputsOf2(invited));
  if (opened.isNew) await warnOfDuplicate(opened, opened.final.request, services);
  await summarize2(invited);
  const firstFault = fault ?? laterFault;
  if (firstFault === void 0) return;
  throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`The outputs could not be written`, [
    (0,chunk_6CJ3USB6/* line */.n8)`${firstFault}. The session is open: ${opened.session.join_url}. Later steps will not have its link, because the file that GITHUB_OUTPUT names could not be written.`
  ]);
}
async function inviteToNew(opened, place2, services) {
  if (!opened.isNew || !place2) return void 0;
  const { session, final, target } = opened;
  return invite({ session, request: final.request }, { ...place2, target }, services);
}

// src/results/choose.ts
var MAX_CANDIDATES2 = 5;
async function choose2(all, conditions, services) {
  const promised = all.filter(({ marker }) => marker.sharesResults);
  const isOpen = (linked) => {
    const state = resultsStateOf(linked);
    return state === "not posted" || state !== "posted" && conditions.byPerson && linked === promised[0];
  };
  const posted = promised.find(hasResults);
  let newest;
  for (const linked of promised.filter(isOpen).slice(0, MAX_CANDIDATES2)) {
    const verdict = judge(linked, await read(linked, services), conditions);
    if (verdict.isReady) return verdict;
    if (!posted || promised.indexOf(linked) < promised.indexOf(posted)) newest ??= verdict;
  }
  if (newest || !posted) return newest ?? unshown(promised[0] ?? all[0]);
  const message = (0,chunk_6CJ3USB6/* line */.n8)`The results of session ${posted.marker.sessionId} were posted earlier: ${posted.results.url}`;
  const session = await read(posted, services);
  return { isReady: false, linked: posted, session, missing: void 0, level: "info", message };
}
function hasResults(linked) {
  return linked.results !== void 0;
}
function judge(linked, session, { minParticipants, waits, now }) {
  const { sessionId, joinUrl: joinUrl2 } = linked.marker;
  const unready = (missing2, message) => ({
    isReady: false,
    linked,
    session,
    missing: missing2,
    level: "notice",
    message
  });
  if (!session) return unready("session", (0,chunk_6CJ3USB6/* line */.n8)`Session ${sessionId} can no longer be read with this API key.`);
  const deadline = deadlineOf(linked.marker);
  if (waits && deadline && !(0,chunk_4CAFETZU/* hasPassed */.Pc)(deadline, now) && session.status !== "completed") {
    const message = (0,chunk_6CJ3USB6/* line */.n8)`Session ${sessionId} is open through ${(0,chunk_4CAFETZU/* deadlineInWords */.D_)(deadline)}. Its results will be posted after that, or once the session has ended. To post them sooner, ${BY_HAND}.`;
    return { ...unready("deadline", message), level: "info" };
  }
  const { participant_count: count } = session;
  if (count === void 0)
    return unready(
      "people",
      (0,chunk_6CJ3USB6/* line */.n8)`Harmonica does not say how many people have taken part in session ${sessionId}, or gives an impossible number, so its results were not posted. Run the job again later. If that does not help, ask Harmonica's support.`
    );
  if (count < minParticipants) {
    const soFar = count === 0 ? "Nobody has" : `Only ${count} of at least ${minParticipants} people have`;
    return unready(
      "people",
      (0,chunk_6CJ3USB6/* line */.n8)`${soFar} taken part in session ${sessionId} so far (Harmonica counts conversations of more than two messages), so its results were not posted. Share its link, ${joinUrl2}, and run the job again.`
    );
  }
  const summary2 = summaryOf(session);
  if (summary2 === void 0)
    return unready(
      "summary",
      (0,chunk_6CJ3USB6/* line */.n8)`Session ${sessionId} has no summary yet. To have one written, open the session's results page in Harmonica. Then run the job again.`
    );
  return { isReady: true, linked, session, summary: summary2 };
}
function unshown(linked) {
  if (!linked) return void 0;
  const { sessionId, sharesResults } = linked.marker;
  const unread = { isReady: false, linked, session: void 0 };
  if (sharesResults && resultsStateOf(linked) === "unknown") {
    const message2 = (0,chunk_6CJ3USB6/* line */.n8)`GitHub did not show whether the results of session ${sessionId} were posted here before, so nothing was posted. Run the job again later, or ${BY_HAND}.`;
    return { ...unread, missing: "taken-back", level: "warning", message: message2 };
  }
  if (sharesResults) {
    const message2 = (0,chunk_6CJ3USB6/* line */.n8)`The results of session ${sessionId} were posted here and deleted since, so they are not posted again. To post them again, ${BY_HAND}.`;
    return { ...unread, missing: "taken-back", level: "info", message: message2 };
  }
  const message = (0,chunk_6CJ3USB6/* line */.n8)`The invitation to session ${sessionId} (${linked.invitation.url}) does not promise that a summary will be posted here, so nothing was posted. To promise it for the next session, set share-results: true in the step that opens the session.`;
  return { ...unread, missing: "promise", level: "warning", message };
}
async function read({ marker }, { harmonica }) {
  const session = await harmonica.readSession(marker.sessionId);
  if (!(session instanceof RequestError)) return session;
  if (isGone(session) || isForbidden(session)) return void 0;
  const advice = remedyFor(session, harmonica.server, "Run the job again later.");
  const problem = (0,chunk_6CJ3USB6/* line */.n8)`Session ${marker.sessionId} could not be read: ${session.reason}. Nothing was posted. ${advice}`;
  throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`The session could not be read`, [problem], { cause: session });
}

// src/results/comment.ts
var MAX_TOPIC_CHARACTERS3 = 200;
var MAX_GOAL_CHARACTERS = 2e3;
async function renderResults(results, marker) {
  const { quotation, withoutFence } = await Promise.all(/* import() */[__nccwpck_require__.e(866), __nccwpck_require__.e(414), __nccwpck_require__.e(73)]).then(__nccwpck_require__.bind(__nccwpck_require__, 73));
  const whole2 = (0,chunk_6CJ3USB6/* firstLines */.UV)(withoutFence(results.summary));
  for (let limit = MAX_COMMENT_CHARACTERS; ; ) {
    const summary2 = (0,chunk_6CJ3USB6/* truncate */.xv)(whole2.text, limit);
    const isCut = whole2.unreadFrom !== void 0 || summary2 !== whole2.text;
    const shown = quotation(isCut ? withoutOpenComment(summary2) : summary2);
    const parts = [head(results), shown.text === "" ? NOTHING : shown, foot(results, isCut)];
    const body = `${(0,chunk_7M5UY7KO/* stack */.t$)(parts).text}

${marker}`;
    if (body.length <= MAX_COMMENT_CHARACTERS) return body;
    limit = Math.floor(summary2.length * 0.95 * MAX_COMMENT_CHARACTERS / body.length);
  }
}
var NOTHING = (0,chunk_7M5UY7KO.md)`(The summary has no words that can be shown.)`;
function withoutOpenComment(text2) {
  const start2 = text2.lastIndexOf("<!--");
  return start2 < 0 || text2.includes("-->", start2) ? text2 : text2.slice(0, start2);
}
function head({ session, invitation }) {
  const { topic = "", goal, participant_count: count = 0, created_at } = session;
  const time = timeOf(created_at);
  const linkText = Number.isNaN(time) ? "the session" : `the session opened on ${(0,chunk_4CAFETZU/* dayInWords */.v_)((0,chunk_4CAFETZU/* dayAt */.OC)(time, "UTC"))}`;
  return (0,chunk_7M5UY7KO/* stack */.t$)([
    (0,chunk_7M5UY7KO.md)`### Results: ${(0,chunk_6CJ3USB6/* truncate */.xv)(topic, MAX_TOPIC_CHARACTERS3).replace(/\s+/gu, " ")}`,
    goal && (0,chunk_7M5UY7KO.md)`**Goal:** ${(0,chunk_7M5UY7KO/* prose */.CS)((0,chunk_6CJ3USB6/* truncate */.xv)(goal, MAX_GOAL_CHARACTERS))}`,
    (0,chunk_7M5UY7KO.md)`${count} people have taken part so far in ${(0,chunk_7M5UY7KO/* link */.nf)(linkText, webAddress(invitation))}.`,
    (0,chunk_7M5UY7KO.md)`*AI wrote this summary from what they said. It may be wrong, or older than the latest responses. It is not a decision.*`
  ]);
}
function foot({ run: run4 }, isCut) {
  return (0,chunk_7M5UY7KO/* stack */.t$)([
    isCut && (0,chunk_7M5UY7KO.md)`(Shortened: the whole summary is too long for a comment.)`,
    (0,chunk_7M5UY7KO.md)`End of the AI summary. Does it say something about you that should not be here? Ask the people who opened the session.`,
    (0,chunk_7M5UY7KO.md)`<sub>Posted by the workflow run ${(0,chunk_7M5UY7KO/* link */.nf)((0,chunk_6CJ3USB6/* truncate */.xv)(run4.name, MAX_TOPIC_CHARACTERS3), run4.url)}. To take it back, delete this comment. Emails that were already sent cannot be recalled.</sub>`
  ]);
}

// src/results/outputs.ts
function outputsOf3(verdict, posted) {
  const { linked, session, isReady } = verdict;
  const results = posted ?? linked?.results;
  const isShown = isReady || results !== void 0;
  const deadline = linked && deadlineOf(linked.marker);
  return {
    ready: String(isShown),
    created: String(posted !== void 0),
    "session-id": linked?.marker.sessionId ?? "",
    topic: session?.topic ?? "",
    "participant-count": String(session?.participant_count ?? ""),
    until: deadline ? (0,chunk_4CAFETZU/* isoEndOf */.oA)(deadline) : "",
    "comment-id": results?.id ?? "",
    "comment-url": results?.url ?? "",
    missing: (isShown ? void 0 : verdict.missing) ?? ""
  };
}
function runSummaryOf2(message, { verdict: { linked }, posted }) {
  return {
    title: (0,chunk_7M5UY7KO.md)`## Results of a Harmonica session`,
    messages: [message],
    id: linked?.marker.sessionId,
    comment: { linkText: "Read the results", url: (posted ?? linked?.results)?.url }
  };
}

// src/results/settings.ts
var readers3 = {
  ...serviceInputs,
  sessionId: chunk_6CJ3USB6/* withoutInvisible */.OT,
  comment: boolean2(true),
  minParticipants: whole(PROMISED_PARTICIPANTS, {
    min: PROMISED_PARTICIPANTS,
    max: 1e4,
    unit: "a whole number",
    whyMin: "the promised minimum"
  })
};
function prepare3(runner) {
  return prepareOnThread(readers3, (0,chunk_6CJ3USB6/* line */.n8)`Nothing was read or posted`, runner);
}

// src/results/run.ts
async function run3(runner) {
  const { settings, thread } = prepare3(runner);
  const { log, environment, event } = runner;
  const services = openServices(settings, runner);
  const comments = await services.openThread(thread, true);
  const place2 = { comments, scope: { repository: environment.repository.id, number: thread.number } };
  const byPerson = isStartedByPerson(event);
  const waits = !byPerson && !isClosedByPerson(event);
  const conditions = { ...settings, byPerson, waits, now: runner.clock.now() };
  const { linked, verdict } = await findResults(place2, conditions, services).catch((error2) => {
    if (!runner.cancelSignal.aborted) throw error2;
    throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`The run was canceled`, [(0,chunk_6CJ3USB6/* line */.n8)`Nothing was posted.`], { cause: error2 });
  });
  const isPosting = verdict.isReady && settings.comment;
  const posting = isPosting ? await post2(verdict, { comments, target: linked.target, run: environment.run }, services) : void 0;
  const failure2 = posting instanceof UserError ? posting : void 0;
  const posted = posting instanceof UserError ? void 0 : posting;
  const message = failure2 ? (0,chunk_6CJ3USB6/* joinLines */.cT)(failure2.problems) : messageOf2(verdict, posted);
  if (!failure2) report(message, verdict, log);
  const notMarked = settings.comment ? await rememberPosted(resultsOn(linked, posted && verdict.linked), { ...linked, comments }, services) : void 0;
  const runSummary = runSummaryOf2(message, { verdict, posted });
  const summary2 = settings.summary ? renderRunSummary(runSummary, log.warnings) : void 0;
  const failures = [failure2, notMarked].filter((each) => each !== void 0);
  await handOver({ summary: summary2, outputs: outputsOf3(verdict, posted), words: message }, failures, runner);
}
async function findResults(place2, conditions, services) {
  const linked = await readAllLinked(place2, (0,chunk_6CJ3USB6/* line */.n8)`Nothing was posted.`, services);
  const { sessionId } = conditions;
  const on = named(linked.target);
  const candidates = linked.sessions.filter(
    ({ marker }) => sessionId === "" || marker.sessionId === sessionId
  );
  if (sessionId !== "" && candidates.length === 0)
    throw new UserError((0,chunk_6CJ3USB6/* line */.n8)`Nothing was posted`, [
      (0,chunk_6CJ3USB6/* line */.n8)`Input session-id is ${sessionId}, but no invitation on ${on} links that session. Check the id. If it is right, use the github-token and the api-key with which the invitation was posted. To take the newest session that is linked there, leave session-id out.`
    ]);
  if (linked.hasUnreadable && conditions.byPerson)
    services.log.warning(
      (0,chunk_6CJ3USB6/* line */.n8)`GitHub did not show a comment on ${on}. A person started this run, so the step treats that comment as one without results.`
    );
  const verdict = await choose2(candidates, conditions, services) ?? {
    isReady: false,
    linked: void 0,
    session: void 0,
    missing: "invitation",
    level: "warning",
    message: nothingLinked(linked)
  };
  return { linked, verdict };
}
async function post2({ linked, session, summary: summary2 }, { comments, target, run: run4 }, services) {
  const { repository, number, sessionId: resultsOf } = linked.marker;
  const marker = resultsMarker.sign({ repository, number, resultsOf }, services.apiKey);
  const body = await renderResults({ session, summary: summary2, invitation: linked.invitation.url, run: run4 }, marker);
  const comment = { kind: "results", id: resultsOf, body, marker };
  return postAboutSession(comment, { comments, target }, services);
}
function messageOf2(verdict, posted) {
  if (!verdict.isReady) return verdict.message;
  const { sessionId } = verdict.linked.marker;
  return posted ? (0,chunk_6CJ3USB6/* line */.n8)`Posted the results of session ${sessionId}: ${posted.url}` : (0,chunk_6CJ3USB6/* line */.n8)`The results of session ${sessionId} are ready. They were not posted, because comment is false.`;
}
function report(message, verdict, log) {
  if (verdict.isReady) log.info(message);
  else log[verdict.level](message);
}
function resultsOn({ sessions }, postedFor) {
  const withResults = sessions.filter((each) => each.results || each === postedFor);
  return { kind: "results", sessions: withResults, byThisRun: postedFor ? [postedFor] : [] };
}
function nothingLinked(linked) {
  const usual = "To link one, use comment: true and share-results: true in the step that opens it.";
  return (0,chunk_6CJ3USB6/* line */.n8)`No session is linked on ${named(linked.target)}, so there are no results to bring back. ${unusableLinks(linked) ?? usual}`;
}

// src/main.ts
var entryPoints = { index: run2, deadline: run, results: run3 };
function main(name) {
  return start(entryPoints[name], host, process);
}


var __webpack_exports__entryPoints = __webpack_exports__.k;
var __webpack_exports__main = __webpack_exports__.i;
export { __webpack_exports__entryPoints as entryPoints, __webpack_exports__main as main };
