import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_modules__ = {
  /***/
  181: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");
    })
  ),
  /***/
  9896: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
    })
  ),
  /***/
  857: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
    })
  ),
  /***/
  932: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");
    })
  ),
  /***/
  4147: (
    /***/
    ((__unused_webpack_module, exports) => {
      exports.Qq = class {
        getAgent() {
        }
        getAgentDispatcher() {
        }
      };
      exports.tZ = class {
      };
      exports.Hq = exports.hd = async () => {
        throw new Error("Not in this bundle: requests go through src/http/fetch.ts.");
      };
      exports.ud = exports._y = () => ({});
    })
  )
  /******/
};
var __webpack_module_cache__ = {};
function __nccwpck_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== void 0) {
    return cachedModule.exports;
  }
  var module = __webpack_module_cache__[moduleId] = {
    /******/
    // no module.id needed
    /******/
    // no module.loaded needed
    /******/
    exports: {}
    /******/
  };
  var threw = true;
  try {
    __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
    threw = false;
  } finally {
    if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
}
__nccwpck_require__.m = __webpack_modules__;
if (typeof __nccwpck_require__ !== "undefined") __nccwpck_require__.ab = decodeURIComponent(new URL(".", import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
(() => {
  var getProto = Object.getPrototypeOf ? (obj) => Object.getPrototypeOf(obj) : (obj) => obj.__proto__;
  var leafPrototypes;
  __nccwpck_require__.t = function(value, mode) {
    if (mode & 1) value = this(value);
    if (mode & 8) return value;
    if (typeof value === "object" && value) {
      if (mode & 4 && value.__esModule) return value;
      if (mode & 16 && typeof value.then === "function") return value;
    }
    var ns = /* @__PURE__ */ Object.create(null);
    __nccwpck_require__.r(ns);
    var def = {};
    leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
    for (var current = mode & 2 && value; typeof current == "object" && !~leafPrototypes.indexOf(current); current = getProto(current)) {
      Object.getOwnPropertyNames(current).forEach((key) => def[key] = () => value[key]);
    }
    def["default"] = () => value;
    __nccwpck_require__.d(ns, def);
    return ns;
  };
})();
(() => {
  __nccwpck_require__.d = (exports, definition) => {
    for (var key in definition) {
      if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
        Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
      }
    }
  };
})();
(() => {
  __nccwpck_require__.f = {};
  __nccwpck_require__.e = (chunkId) => {
    return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
      __nccwpck_require__.f[key](chunkId, promises);
      return promises;
    }, []));
  };
})();
(() => {
  __nccwpck_require__.u = (chunkId) => {
    return "" + chunkId + ".index.js";
  };
})();
(() => {
  __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
})();
(() => {
  __nccwpck_require__.r = (exports) => {
    if (typeof Symbol !== "undefined" && Symbol.toStringTag) {
      Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
    }
    Object.defineProperty(exports, "__esModule", { value: true });
  };
})();
(() => {
  var installedChunks = {
    /******/
    792: 0
    /******/
  };
  var installChunk = (data) => {
    var { ids, modules, runtime } = data;
    var moduleId, chunkId, i = 0;
    for (moduleId in modules) {
      if (__nccwpck_require__.o(modules, moduleId)) {
        __nccwpck_require__.m[moduleId] = modules[moduleId];
      }
    }
    if (runtime) runtime(__nccwpck_require__);
    for (; i < ids.length; i++) {
      chunkId = ids[i];
      if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
        installedChunks[chunkId][0]();
      }
      installedChunks[ids[i]] = 0;
    }
  };
  __nccwpck_require__.f.j = (chunkId, promises) => {
    var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : void 0;
    if (installedChunkData !== 0) {
      if (installedChunkData) {
        promises.push(installedChunkData[1]);
      } else {
        if (true) {
          var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
            if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = void 0;
            throw e;
          });
          var promise = Promise.race([promise, new Promise((resolve) => installedChunkData = installedChunks[chunkId] = [resolve])]);
          promises.push(installedChunkData[1] = promise);
        }
      }
    }
  };
})();
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => arch,
  getDetails: () => getDetails,
  isLinux: () => isLinux,
  isMacOS: () => isMacOS,
  isWindows: () => isWindows,
  platform: () => platform
});
var lib_core_namespaceObject = {};
__nccwpck_require__.r(lib_core_namespaceObject);
__nccwpck_require__.d(lib_core_namespaceObject, {
  ExitCode: () => ExitCode,
  addPath: () => addPath,
  debug: () => debug,
  endGroup: () => endGroup,
  error: () => error,
  exportVariable: () => exportVariable,
  getBooleanInput: () => getBooleanInput,
  getIDToken: () => getIDToken,
  getInput: () => getInput,
  getMultilineInput: () => getMultilineInput,
  getState: () => getState,
  group: () => core_group,
  info: () => info,
  isDebug: () => isDebug,
  markdownSummary: () => markdownSummary,
  notice: () => notice,
  platform: () => platform_namespaceObject,
  saveState: () => saveState,
  setCommandEcho: () => setCommandEcho,
  setFailed: () => setFailed,
  setOutput: () => setOutput,
  setSecret: () => setSecret,
  startGroup: () => startGroup,
  summary: () => summary,
  toPlatformPath: () => toPlatformPath,
  toPosixPath: () => toPosixPath,
  toWin32Path: () => toWin32Path,
  warning: () => warning
});
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
class Cached {
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
}
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start2 = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start2, end);
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
  const raw2 = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw2, key);
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
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function util_isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
  if (util_isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (util_isObject(prot) === false)
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
const propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
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
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
const NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks2 = schema._zod.def.checks;
  const hasChecks = checks2 && checks2.length > 0;
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
function attachSchema(issues, start2, inst) {
  var _a2;
  for (let i = start2; i < issues.length; i++) {
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
const highSurrogate = /[\uD800-\uDBFF]/;
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
function members(proto, table2) {
  for (const key in table2) {
    const desc = Object.getOwnPropertyDescriptor(table2, key);
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
let installing;
let broke = false;
const breaker = {
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
const CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}
var _a;
const _zodDesc = { value: void 0, enumerable: false };
let _E = "captureStackTrace" in Error ? Error : null;
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
class $ZodAsyncError extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
}
class $ZodEncodeError extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`);
    this.name = "ZodEncodeError";
  }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const core_globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(core_globalConfig, newConfig);
  return core_globalConfig;
}
const $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a2;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a2 = inst._zod).onattach ?? (_a2.onattach = []);
});
const _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
const numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
const $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
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
const $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
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
const $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
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
const $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
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
const $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
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
const $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});
const anyString = /^[\s\S]{0,}$/;
const number = /^-?\d+(?:\.\d+)?$/;
const regexes_boolean = /^(?:true|false)$/i;
const version = {
  major: 4,
  minor: 6,
  patch: 7
};
const $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a2;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks2 = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks2) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks2.length === 0) {
    (_a2 = inst._zod).deferred ?? (_a2.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks3, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks3) {
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
      const checkResult = runChecks(payload, checks2, ctx);
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
        return result.then((result2) => runChecks(result2, checks2, ctx));
      }
      return runChecks(result, checks2, ctx);
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
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
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
const $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
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
const $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
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
const $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
const $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = regexes_boolean;
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
const $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
const $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
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
          const start2 = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start2].continue = false;
          attachSchema(payload.issues, start2, inst);
          return payload;
        }
      }
    }
    return parse2(payload, ctx);
  };
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
const $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo = core_globalConfig.memoizer;
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
const NO_SYMBOL_KEYS = [];
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
const $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
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
  const isObject = util_isObject;
  const catchall = def.catchall;
  let value;
  const memo = core_globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject(input)) {
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
const $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
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
const $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
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
const $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
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
const $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  core_globalConfig.memoizer?.guard(inst);
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
const $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
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
const $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
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
const $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
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
const $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
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
const $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
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
const $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
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
var registries_a;
class $ZodRegistry {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta = _meta[0];
    this._map.set(schema, meta);
    if (meta && typeof meta === "object" && "id" in meta) {
      this._idmap.set(meta.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta = this._map.get(schema);
    if (meta && typeof meta === "object" && "id" in meta) {
      this._idmap.delete(meta.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
}
function registry() {
  return new $ZodRegistry();
}
(registries_a = globalThis).__zod_globalRegistry ?? (registries_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
  return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
  return new Class(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
  return new Class({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
  return new Class({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
  return new Class({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
  return new Class({
    type: "never",
    ...normalizeParams(params)
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
function _refine(Class, fn, _params) {
  const schema = new Class({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
const _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
const _issuesDesc = { value: void 0, enumerable: false };
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
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
const $ZodError = $constructor("$ZodError", initializer);
const $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
const _parse = (_Err) => {
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
const parse_parse = /* @__PURE__ */ _parse($ZodRealError);
const _parseAsync = (_Err) => {
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
const parse_parseAsync = /* @__PURE__ */ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__ */ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
  let error2;
  return {
    success: false,
    get error() {
      if (!error2) {
        error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error2;
    },
    set error(e) {
      error2 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__ */ _safeParseAsync($ZodRealError);
const ZodMiniType = /* @__PURE__ */ $constructor("ZodMiniType", (inst, def) => {
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
    return parse_parse(this, data, params, { callee: this.parse });
  },
  parseAsync(data, params) {
    return parse_parseAsync(this, data, params, { callee: this.parseAsync });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  check(...checks2) {
    const def = this.def;
    return this.clone({
      ...def,
      checks: [
        ...def.checks ?? [],
        ...checks2.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }, { parent: true });
  },
  clone(_def, params) {
    return clone(this, _def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta) {
    reg.add(this, meta);
    return this;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  }
});
const ZodMiniString = /* @__PURE__ */ $constructor("ZodMiniString", (inst, def) => {
  $ZodString.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_string(params) {
  return /* @__PURE__ */ _string(ZodMiniString, params);
}
const ZodMiniNumber = /* @__PURE__ */ $constructor("ZodMiniNumber", (inst, def) => {
  $ZodNumber.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_number(params) {
  return /* @__PURE__ */ _number(ZodMiniNumber, params);
}
const ZodMiniNumberFormat = /* @__PURE__ */ $constructor("ZodMiniNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodMiniNumber.init(inst, def);
});
function schemas_int(params) {
  return /* @__PURE__ */ _int(ZodMiniNumberFormat, params);
}
const ZodMiniBoolean = /* @__PURE__ */ $constructor("ZodMiniBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_boolean(params) {
  return /* @__PURE__ */ _boolean(ZodMiniBoolean, params);
}
const ZodMiniUnknown = /* @__PURE__ */ $constructor("ZodMiniUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function unknown() {
  return /* @__PURE__ */ _unknown(ZodMiniUnknown);
}
const ZodMiniNever = /* @__PURE__ */ $constructor("ZodMiniNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
  return /* @__PURE__ */ _never(ZodMiniNever, params);
}
const ZodMiniArray = /* @__PURE__ */ $constructor("ZodMiniArray", (inst, def) => {
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
const ZodMiniObject = /* @__PURE__ */ $constructor("ZodMiniObject", (inst, def) => {
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
function schemas_extend(schema, shape) {
  return extend(schema, shape);
}
const ZodMiniUnion = /* @__PURE__ */ $constructor("ZodMiniUnion", (inst, def) => {
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
const ZodMiniEnum = /* @__PURE__ */ $constructor("ZodMiniEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodMiniType.init(inst, def);
  inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function schemas_enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodMiniEnum({
    type: "enum",
    entries,
    ...normalizeParams(params)
  });
}
const ZodMiniLiteral = /* @__PURE__ */ $constructor("ZodMiniLiteral", (inst, def) => {
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
const ZodMiniTransform = /* @__PURE__ */ $constructor("ZodMiniTransform", (inst, def) => {
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
const ZodMiniOptional = /* @__PURE__ */ $constructor("ZodMiniOptional", (inst, def) => {
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
const ZodMiniNullable = /* @__PURE__ */ $constructor("ZodMiniNullable", (inst, def) => {
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
function schemas_nullish(innerType) {
  return /* @__PURE__ */ optional(/* @__PURE__ */ nullable(innerType));
}
const ZodMiniDefault = /* @__PURE__ */ $constructor("ZodMiniDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_default(innerType, defaultValue) {
  return new ZodMiniDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
    }
  });
}
const ZodMiniCatch = /* @__PURE__ */ $constructor("ZodMiniCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_catch(innerType, catchValue) {
  return new ZodMiniCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
  });
}
const ZodMiniPipe = /* @__PURE__ */ $constructor("ZodMiniPipe", (inst, def) => {
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
const ZodMiniCustom = /* @__PURE__ */ $constructor("ZodMiniCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function refine(fn, _params = {}) {
  return /* @__PURE__ */ _refine(ZodMiniCustom, fn, _params);
}
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
const MAX_SHOWN_CHARACTERS = 500;
const MAX_DROPPED_CHARACTERS = 40;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
let trust;
class Line {
  static {
    trust = (text) => new Line(text);
  }
  text;
  /** Keeps other types that have a `text` from passing for this one. */
  printable = true;
  constructor(text) {
    this.text = text;
  }
}
function line(words, ...values) {
  const shown2 = values.map((value) => value instanceof Line ? value.text : plain(String(value)));
  return trust(defuse(String.raw({ raw: words }, ...shown2)));
}
function uncut(text) {
  return trust(plain(text, Number.POSITIVE_INFINITY));
}
function joined(lines, separator = " ") {
  return trust(lines.map((each) => each.text).join(separator));
}
function plain(value, max = MAX_SHOWN_CHARACTERS) {
  return defuse(visible(shortened(value, max)));
}
function visible(text) {
  return text.toWellFormed().replace(UNPRINTABLE, (character) => {
    const code2 = character.charCodeAt(0);
    if (code2 < 32)
      return String.fromCharCode(9216 + code2);
    return code2 === 127 ? "\u2421" : `<U+${code2.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}
function shortened(text, max) {
  if (text.length <= max)
    return text;
  return `${beginning(text, max)}\u2026 (cut, ${grouped(text.length)} characters in all)`;
}
function beginning(text, max) {
  const end = new Intl.Segmenter().segment(text.slice(0, max + 2)).containing(max)?.index ?? max;
  const start2 = Math.max(0, end - MAX_DROPPED_CHARACTERS);
  const gap = text.slice(start2, end + 1).search(/\s\S*$/u);
  return text.slice(0, gap < 0 ? end : start2 + gap).trimEnd();
}
function defuse(text) {
  return text.replace(/^(\s*):(?=:)/u, "$1: ").replaceAll("##[", "## [");
}
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
const counted = (count, what) => `${grouped(count)} ${what}${count === 1 ? "" : "s"}`;
const withoutStop = (message) => message.trim().replace(/\.$/u, "");
const quoted = (value) => {
  if (typeof value === "object" && value !== null)
    return Array.isArray(value) ? "a list" : "a mapping";
  return `"${plain(String(value), 80)}"`;
};
const MAX_LINES = 2e3;
const MAX_OPENINGS = 100;
function firstLines(text) {
  const whole2 = text.replace(/\r\n?/gu, "\n");
  const lines = whole2.split("\n", MAX_LINES).join("\n");
  const kept = lines.slice(0, Array.from(lines.matchAll(/<[!?]/gu))[MAX_OPENINGS]?.index);
  const last = kept.split("\n").length + (whole2[kept.length] === "\n" ? 1 : 0);
  return { text: kept, unreadFrom: kept === whole2 ? void 0 : last };
}
const oneLine = (text) => text.replace(/[\s\u0085]+/gu, " ").trim();
const MAX_SILENCE_MS = 1e4;
const systemClock = {
  elapsed: () => performance.now(),
  now: () => Date.now(),
  async sleep(ms, signal) {
    await (0, promises_namespaceObject.setTimeout)(ms, void 0, { signal }).catch(() => signal.throwIfAborted());
  }
};
async function awaited(what, promise, clock, log) {
  const done = new AbortController();
  const beat = async () => {
    for (; ; ) {
      const left = log.lastLineAt() + MAX_SILENCE_MS - clock.elapsed();
      if (left >= 1)
        await clock.sleep(left, done.signal);
      else
        log.info(line`Waiting for ${what} …`);
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
function readJson(text, schema) {
  try {
    return safeParse(schema, JSON.parse(text)).data;
  } catch {
    return void 0;
  }
}
class ExchangeError extends Error {
  name = "ExchangeError";
  /** Why, for people, without a full stop. Never a header, a proxy's address, or more of a URL than its origin. */
  reason;
  /** The answer's HTTP status, or the one that GraphQL's word for it stands for. */
  status;
  /** Whether any of the request may have left. False is certain: the server has seen nothing of it. */
  sent = true;
  /** Whether the same request may succeed a little later. */
  passing = false;
  /** How long the server asks to be left alone, in milliseconds. */
  retryAfterMs;
  /** Whether the time allowed was over before the whole answer was there. */
  timedOut = false;
  /** Whether the answer is longer than may be read. */
  tooLong = false;
  /** The server's own words. */
  words;
  /** The server's own word for what is wrong, such as `not_found`. */
  code;
  constructor(reason, { cause, ...facts } = {}) {
    super(reason.text, { cause });
    this.reason = reason;
    Object.assign(this, facts);
  }
}
async function orError(promise, cancelled2) {
  return promise.catch((error2) => {
    if (error2 instanceof ExchangeError && !cancelled2.aborted)
      return error2;
    throw error2;
  });
}
const NO_REFUSALS = [408, 429, 499];
const isRefusal = (status = 0) => status >= 300 && status < 500 && !NO_REFUSALS.includes(status);
const isLost = ({ sent: sent2, status }) => sent2 && status !== 429 && !isRefusal(status);
const inBrackets = (words) => words === void 0 ? line`` : line` (${withoutStop(words)})`;
function retryAfterMs(headers, now = Date.now()) {
  const value = headers.get("retry-after");
  if (!value)
    return void 0;
  const ms = /^\d+$/u.test(value) ? Number(value) * 1e3 : Date.parse(value) - (serverTime(headers) || now);
  return Number.isNaN(ms) ? void 0 : Math.max(0, ms);
}
const serverTime = (headers) => Date.parse(headers.get("date") ?? "");
const MIN_PAUSE_MS = 1e3;
const MAX_PAUSE_MS = 12e4;
async function retrying(attempt, waiting) {
  const { clock, log, random, retries, cancelled: cancelled2 } = waiting;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error2) {
      const passing = error2 instanceof ExchangeError && error2.passing && !cancelled2.aborted;
      if (!passing || tries > retries)
        throw error2;
      const asked = Math.max(error2.retryAfterMs ?? 0, MIN_PAUSE_MS);
      const ms = Math.min(asked + MIN_PAUSE_MS * 2 ** (tries - 1) * random(), MAX_PAUSE_MS);
      const seconds = (ms / 1e3).toFixed(1);
      log.info(line`${error2.reason}. Retrying in ${seconds} s (try ${tries + 1} of ${retries + 1}).`);
      await awaited(line`the next try`, clock.sleep(ms, cancelled2), clock, log);
    }
  }
}
const MAX_URL_CHARACTERS = 2048;
function webAddress(text) {
  const url = URL.parse(text);
  const web = url && /^https?:$/u.test(url.protocol) && url.href.length <= MAX_URL_CHARACTERS;
  return web && !url.username && !url.password ? url.href : void 0;
}
const threadSchema = /* @__PURE__ */ object({
  number: schemas_int().check(/* @__PURE__ */ _positive()),
  node_id: /* @__PURE__ */ schemas_catch(/* @__PURE__ */ optional(/* @__PURE__ */ schemas_string()), void 0),
  title: /* @__PURE__ */ schemas_catch(/* @__PURE__ */ optional(/* @__PURE__ */ schemas_string()), void 0),
  body: /* @__PURE__ */ schemas_catch(/* @__PURE__ */ schemas_nullish(/* @__PURE__ */ schemas_string()), void 0)
});
const headOrBase = /* @__PURE__ */ schemas_catch(/* @__PURE__ */ schemas_nullish(/* @__PURE__ */ object({ repo: /* @__PURE__ */ schemas_nullish(/* @__PURE__ */ object({ id: schemas_int() })) })), void 0);
const issueSchema = /* @__PURE__ */ schemas_extend(threadSchema, { pull_request: /* @__PURE__ */ optional(/* @__PURE__ */ unknown()) });
const pullRequestSchema = /* @__PURE__ */ schemas_extend(threadSchema, { head: headOrBase, base: headOrBase });
const workflowRunSchema = /* @__PURE__ */ object({ pull_requests: /* @__PURE__ */ array(pullRequestSchema) });
const repositorySchema = /* @__PURE__ */ object({ id: schemas_int() });
function repositoryOf({ payload }, { id: id2, name }) {
  return { name, id: String(member(payload, "repository", repositorySchema)?.id ?? (id2 || name)) };
}
function threadOf({ name, payload }, repository) {
  if (name === "workflow_run") {
    const { pull_requests: pulls = [] } = member(payload, name, workflowRunSchema) ?? {};
    const [pull2, other] = pulls.filter(({ base }) => String(base?.repo?.id) === repository.id);
    return pull2 && !other ? asThread("pull request", pull2) : void 0;
  }
  const issue2 = member(payload, "issue", issueSchema);
  if (issue2)
    return asThread(issue2.pull_request ? "pull request" : "issue", issue2);
  const pull = member(payload, "pull_request", pullRequestSchema);
  const fork = name !== "pull_request_target" && pull?.head?.repo?.id !== pull?.base?.repo?.id;
  if (pull)
    return { ...asThread("pull request", pull), fork };
  const discussion = member(payload, "discussion", threadSchema);
  return discussion && asThread("discussion", discussion);
}
function named({ kind: kind2, number: number2 }) {
  return line`${kind2} #${number2}`;
}
function member(payload, name, schema) {
  const value = typeof payload === "object" && payload !== null ? Reflect.get(payload, name) : void 0;
  return safeParse(schema, value).data;
}
function asThread(kind2, found2) {
  const { number: number2, node_id: id2, title, body } = found2;
  return { kind: kind2, number: number2, id: id2, title, body: body ?? void 0, fork: false };
}
const errorsSchema = /* @__PURE__ */ object({
  errors: /* @__PURE__ */ array(/* @__PURE__ */ object({ type: /* @__PURE__ */ schemas_catch(/* @__PURE__ */ optional(/* @__PURE__ */ schemas_string()), void 0), message: /* @__PURE__ */ schemas_string() }))
});
const STATUSES = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503
};
const bodySchema = /* @__PURE__ */ object({ message: (/* @__PURE__ */ schemas_string()).check(/* @__PURE__ */ _minLength(1)) });
function answerError({ status, headers, text }) {
  const words = readJson(text, bodySchema)?.message;
  const asked = retryAfterMs(headers);
  const limited = status === 429 || status === 403 && (asked !== void 0 || /rate limit/iu.test(words ?? ""));
  return new ExchangeError(line`GitHub answered ${status}${inBrackets(words)}`, {
    status: limited ? 429 : status,
    words,
    passing: limited || !isRefusal(status),
    retryAfterMs: asked
  });
}
function shapeError(json) {
  const { errors } = readJson(json, errorsSchema) ?? { errors: [] };
  if (errors.length === 0) {
    return new ExchangeError(line`GitHub answered in another shape than documented`, { passing: true });
  }
  const words = Array.from(new Set(errors.map(({ message }) => message))).join(" ");
  const known = errors.map(({ type, message }) => (
    // "Something went wrong while executing your query" has no type.
    type === void 0 && message.startsWith("Something went wrong") ? 502 : STATUSES[type ?? ""]
  ));
  const status = known.find((each) => each !== void 0);
  const passing = status !== void 0 && !isRefusal(status);
  return new ExchangeError(line`GitHub says: ${withoutStop(words)}`, { status, words, passing });
}
function withRemedy({ status = 0, words = "", reason }, thread) {
  const permission = PERMISSIONS[thread.kind];
  const locked = line`Unlock the conversation, or name another issue by issue-number. If it is not locked, the job lacks the permission ${permission}.`;
  const why = thread.fork ? line`This pull request comes from a fork, whose runs get a token that can only read.` : line`If the workflow grants it: permissions of the job replace those of the workflow, a run for a fork or for Dependabot gets a token that can only read, and nobody can comment where the conversation is locked.`;
  const remedies = {
    401: line`Check input github-token; left out, it is the job's own token.`,
    403: line`The job needs the permission ${permission}. ${why}`,
    404: line`Either there is no ${named(thread)} (check issue-number), or the job lacks the permission ${permission}.`
  };
  const remedy = /locked/iu.test(words) ? locked : remedies[status];
  return remedy ? line`${reason}. ${remedy}` : line`${reason}.`;
}
const PERMISSIONS = {
  issue: "issues: write",
  "pull request": "pull-requests: write",
  discussion: "discussions: write"
};
function commentLink({ url }) {
  const address = webAddress(url) ?? "";
  return { id: /comment-(\d+)$/u.exec(address)?.[1] ?? "", url: address };
}
const COMMENT = "id url body ours: viewerDidAuthor";
const PAGE = `id comments(last: 100, before: $before) {
  nodes { ${COMMENT} celebrated: reactionGroups @include(if: $reactions) { content viewerHasReacted } }
  pageInfo { hasPreviousPage startCursor }
}`;
const ISSUE = `issueOrPullRequest(number: $number) { __typename ... on Issue { ${PAGE} } ... on PullRequest { ${PAGE} } }`;
const DISCUSSION = `discussion(number: $number) { __typename ${PAGE} }`;
const read = (isDiscussion) => `
query ($owner: String!, $name: String!, $number: Int!, $before: String, $reactions: Boolean!) {
  repository(owner: $owner, name: $name) { thread: ${isDiscussion ? DISCUSSION : ISSUE} }
}`;
const ADD = `mutation ($id: ID!, $body: String!, $isDiscussion: Boolean!) {
  addComment(input: { subjectId: $id, body: $body }) @skip(if: $isDiscussion) { commentEdge { node { ${COMMENT} } } }
  addDiscussionComment(input: { discussionId: $id, body: $body }) @include(if: $isDiscussion) { comment { ${COMMENT} } }
}`;
const CELEBRATE = "mutation ($id: ID!) { addReaction(input: { subjectId: $id, content: HOORAY }) { reaction { content } } }";
const KINDS = { Issue: "issue", PullRequest: "pull request", Discussion: "discussion" };
const commentSchema = /* @__PURE__ */ object({
  id: /* @__PURE__ */ schemas_string(),
  url: /* @__PURE__ */ schemas_string(),
  body: /* @__PURE__ */ schemas_string(),
  ours: /* @__PURE__ */ schemas_boolean(),
  celebrated: /* @__PURE__ */ pipe(/* @__PURE__ */ schemas_nullish(/* @__PURE__ */ array(/* @__PURE__ */ object({ content: /* @__PURE__ */ schemas_string(), viewerHasReacted: /* @__PURE__ */ schemas_boolean() }))), /* @__PURE__ */ transform((groups) => groups?.some((each) => each.content === "HOORAY" && each.viewerHasReacted) ?? false))
});
const comments_threadSchema = /* @__PURE__ */ object({
  __typename: /* @__PURE__ */ schemas_enum(["Issue", "PullRequest", "Discussion"]),
  id: /* @__PURE__ */ schemas_string(),
  comments: /* @__PURE__ */ object({
    // One that can't be read is passed over, not its page.
    nodes: /* @__PURE__ */ array(/* @__PURE__ */ schemas_catch(/* @__PURE__ */ nullable(commentSchema), null)),
    pageInfo: /* @__PURE__ */ object({ hasPreviousPage: /* @__PURE__ */ schemas_boolean(), startCursor: /* @__PURE__ */ nullable(/* @__PURE__ */ schemas_string()) })
  })
});
const readSchema = /* @__PURE__ */ object({ repository: /* @__PURE__ */ object({ thread: comments_threadSchema }) });
const addedSchema = /* @__PURE__ */ union([
  /* @__PURE__ */ object({ addComment: /* @__PURE__ */ object({ commentEdge: /* @__PURE__ */ object({ node: commentSchema }) }) }),
  /* @__PURE__ */ object({ addDiscussionComment: /* @__PURE__ */ object({ comment: commentSchema }) })
]);
async function openComments(about, tools) {
  const query = await openGraphql(tools);
  const [owner = "", name = ""] = tools.repository.split("/");
  const isDiscussion = about.kind === "discussion";
  const thread = { ...about };
  const readPage = async (before, signal) => {
    const variables = { owner, name, number: thread.number, before, reactions: tools.reactions };
    const { repository } = await query(read(isDiscussion), variables, signal, readSchema);
    const { __typename, id: id2, comments } = repository.thread;
    thread.kind = KINDS[__typename];
    thread.id = id2;
    return comments;
  };
  return {
    /** What is read and posted on; whether an issue or a pull request has a number is known once GitHub told it. */
    thread,
    /** Pages of comments, the newest page first; a page's own order is oldest first. Each is read with retries. */
    async *newestPages(waiting) {
      let before = null;
      do {
        const read2 = () => readPage(before, waiting.cancelled);
        const { nodes, pageInfo } = await retrying(read2, waiting);
        if (nodes.includes(null))
          waiting.log.warning(line`A comment on ${named(thread)} could not be read, and counts as none.`);
        yield nodes.filter((node) => node !== null);
        before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null;
      } while (before !== null);
    },
    async post(body, signal) {
      if (thread.id === void 0)
        await readPage(null, signal);
      const added = await query(ADD, { id: thread.id, body, isDiscussion }, signal, addedSchema);
      return "addComment" in added ? added.addComment.commentEdge.node : added.addDiscussionComment.comment;
    },
    /** Reacts to a comment with 🎉. */
    async celebrate({ id: id2 }, signal) {
      await query(CELEBRATE, { id: id2 }, signal, /* @__PURE__ */ object({ addReaction: /* @__PURE__ */ object({}) }));
    }
  };
}
async function openGraphql({ token, apiUrl, fetch, clock, log }) {
  const { getOctokit } = await __nccwpck_require__.e(
    /* import() */
    82
  ).then(__nccwpck_require__.bind(__nccwpck_require__, 7082));
  const request = { fetch: forOctokit(fetch), parseSuccessResponseBody: false };
  const octokit = getOctokit(token, { baseUrl: apiUrl, request });
  return async (text, variables, signal, schema) => {
    const asking2 = octokit.graphql(text, { ...variables, request: { signal } }).catch((error2) => {
      throw error2.cause ?? error2;
    });
    const json = await awaited(line`GitHub's answer`, asking2, clock, log);
    const told = readJson(json, /* @__PURE__ */ object({ data: schema }));
    if (told === void 0)
      throw shapeError(json);
    return told.data;
  };
}
function forOctokit(fetch) {
  return async (...request) => {
    const { status, headers, text } = await fetch(...request);
    if (status !== 200)
      throw answerError({ status, headers, text });
    return { status, headers, body: { data: text } };
  };
}
const LOOKS_AFTER_MS = [0, 2e3, 4e3, 8e3];
const MAX_COMMENT_CHARACTERS = 65536;
async function postOnce(comments, body, mark, tools) {
  const { cancelled: cancelled2, clock } = tools;
  const waiting = { ...tools, retries: 1 };
  let wasLost = false;
  const attempt = async () => {
    for (const ms of wasLost ? LOOKS_AFTER_MS : []) {
      await awaited(line`GitHub to show the comment`, clock.sleep(ms, cancelled2), clock, tools.log);
      const posted = await findOwn(comments, mark, waiting);
      if (posted)
        return posted;
    }
    return comments.post(body, cancelled2).catch((error2) => {
      wasLost = error2 instanceof ExchangeError && isLost(error2);
      throw error2;
    });
  };
  return retrying(attempt, waiting).catch((error2) => {
    if (cancelled2.aborted)
      return line`The run was cancelled before GitHub answered.`;
    if (error2 instanceof ExchangeError)
      return withRemedy(error2, comments.thread);
    throw error2;
  });
}
async function findOwn(comments, mark, waiting) {
  const { value: newest = [] } = await comments.newestPages(waiting).next();
  return newest.findLast(({ ours, body }) => ours && body.split(/\r?\n/u).includes(mark));
}
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
const joinUrl = /* @__PURE__ */ pipe(/* @__PURE__ */ pipe(/* @__PURE__ */ schemas_string(), /* @__PURE__ */ transform(webAddress)), /* @__PURE__ */ schemas_string());
const lenient = (schema) => /* @__PURE__ */ schemas_catch(/* @__PURE__ */ optional(schema), void 0);
const listedSchema = /* @__PURE__ */ object({
  // It goes into addresses, where half a surrogate pair cannot stand and dots would lead elsewhere.
  id: (/* @__PURE__ */ schemas_string()).check(/* @__PURE__ */ _regex(/^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}]{1,500}$/u)),
  topic: lenient(/* @__PURE__ */ schemas_string()),
  goal: lenient(/* @__PURE__ */ schemas_string()),
  status: lenient(/* @__PURE__ */ schemas_string()),
  participant_count: lenient(/* @__PURE__ */ schemas_number()),
  created_at: lenient(/* @__PURE__ */ schemas_string()),
  updated_at: lenient(/* @__PURE__ */ schemas_string())
});
const detailsSchema = /* @__PURE__ */ schemas_extend(listedSchema, { summary: lenient(/* @__PURE__ */ nullable(/* @__PURE__ */ schemas_string())) });
function summaryOf({ summary: summary2 }) {
  const text = summary2?.trim() ?? "";
  return text === "" || /^\W*I apologize, but I\b/iu.test(text) ? void 0 : text;
}
const listSchema = /* @__PURE__ */ object({ data: /* @__PURE__ */ array(/* @__PURE__ */ schemas_catch(/* @__PURE__ */ nullable(listedSchema), null)) });
const createdSchema = /* @__PURE__ */ schemas_extend(listedSchema, {
  join_url: joinUrl,
  chain: lenient(/* @__PURE__ */ object({ status: /* @__PURE__ */ schemas_string(), message: lenient(/* @__PURE__ */ schemas_string()) }))
});
const envelopeSchema = /* @__PURE__ */ object({ error: /* @__PURE__ */ object({ code: /* @__PURE__ */ schemas_string(), message: /* @__PURE__ */ schemas_string() }) });
function joinUrlOf(id2, site) {
  return `${site}/chat?s=${encodeURIComponent(id2)}`;
}
function timeOf(text = "") {
  const zoned = /(?:z|utc|gmt|[+-]\d\d(?::?\d\d)?)$/iu.test(text) && /:/u.test(text);
  return Date.parse(zoned ? text : `${text}Z`);
}
const place = { repository: /* @__PURE__ */ schemas_string(), number: schemas_int() };
const markerSchema = /* @__PURE__ */ object({
  ...place,
  /** Tells the sessions on one thread apart. */
  sessionKey: /* @__PURE__ */ schemas_string(),
  /** {@link shortHash} of an explicit topic; undefined for one that follows the thread's title. */
  topic: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_string()),
  sessionId: /* @__PURE__ */ schemas_string(),
  joinUrl,
  /** Whether the invitation says that what comes out informs the next session. */
  informsNext: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_boolean()),
  /** Whether it says that a summary will be posted there. */
  sharesResults: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_boolean())
});
const sessionMark = kind("harmonica-session", markerSchema);
const resultsMark = kind("harmonica-results", /* @__PURE__ */ object({ ...place, resultsOf: /* @__PURE__ */ schemas_string() }));
function kind(name, schema) {
  const word = `<!-- ${name} v1 `;
  const whole2 = new RegExp(String.raw`^${word}([\w-]{1,8192})\.([\w-]{43}) -->\r?$`, "gmu");
  return {
    sign(content, apiKey) {
      const encoded = Buffer.from(JSON.stringify(content)).toString("base64url");
      return `${word}${encoded}.${signature(encoded, apiKey)} -->`;
    },
    /**
     * What the mark of a comment says: the last line that is one as a whole, since people quote. `foreign` for one that
     * was signed with another key, or altered since; undefined without any.
     */
    find(comment, apiKey) {
      if (!comment.includes(word))
        return void 0;
      let last;
      for (const found2 of comment.matchAll(whole2))
        last = found2;
      if (!last)
        return void 0;
      const [, encoded = "", signed = ""] = last;
      const same = (0, external_node_crypto_namespaceObject.timingSafeEqual)(Buffer.from(signed), Buffer.from(signature(encoded, apiKey)));
      return same && readJson(Buffer.from(encoded, "base64url").toString("utf8"), schema) || "foreign";
    }
  };
}
function shortHash(text) {
  return (0, external_node_crypto_namespaceObject.createHash)("sha256").update(text).digest("base64url").slice(0, 16);
}
function signature(encoded, apiKey) {
  return (0, external_node_crypto_namespaceObject.createHmac)("sha256", apiKey).update(encoded).digest("base64url");
}
function readLinks(comments, scope, tools, isEnough = () => false) {
  const { apiKey } = tools;
  const isHere = ({ repository, number: number2 }) => repository === scope.repository && number2 === scope.number;
  const isFor = (marker) => isHere(marker) && (scope.sessionKey === void 0 || marker.sessionKey === scope.sessionKey);
  const found2 = { links: [], foreign: 0, others: 0 };
  const results = /* @__PURE__ */ new Map();
  const read2 = (comment) => {
    const mark = comment.ours ? resultsMark.find(comment.body, apiKey) : void 0;
    if (mark && mark !== "foreign" && isHere(mark))
      results.set(mark.resultsOf, commentLink(comment));
    const marker = sessionMark.find(comment.body, apiKey);
    if (marker === "foreign" && comment.ours)
      found2.foreign += 1;
    if (marker === void 0 || marker === "foreign" || !isFor(marker))
      return;
    if (!comment.ours)
      found2.others += 1;
    else if (!found2.links.some((each) => each.marker.sessionId === marker.sessionId))
      found2.links.push({ marker, invitation: comment, results: results.get(marker.sessionId) });
  };
  const readPages = async () => {
    for await (const page of comments.newestPages(tools)) {
      page.toReversed().forEach(read2);
      if (isEnough(found2.links))
        break;
    }
    return found2;
  };
  return orError(readPages(), tools.cancelled);
}
function kebabCase(name) {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
function snakeCase(name) {
  return kebabCase(name).replaceAll("-", "_");
}
const QUESTION_TYPES = ["Short field", "Email", "Options"];
const VISIBILITIES = ["host", "participants", "public"];
const fields_text = /* @__PURE__ */ schemas_string({ error: "must be text; put it in quotes" });
const flag = /* @__PURE__ */ schemas_boolean({ error: "must be true or false, without quotes" });
const id = fields_text.check(/* @__PURE__ */ _trim(), /* @__PURE__ */ refine((value) => !/\s/u.test(value), {
  error: ({ input }) => `is ${quoted(input)}; an id or slug has no white space, for example retrospective`
}));
const visibility = /* @__PURE__ */ pipe(/* @__PURE__ */ transform((value) => typeof value === "string" ? value.toLowerCase() : value), /* @__PURE__ */ schemas_enum(VISIBILITIES, {
  error: ({ input }) => `is ${quoted(input)}, which is not one of ${VISIBILITIES.join(", ")}`
}));
const item = (member2, mapping) => /* @__PURE__ */ pipe(/* @__PURE__ */ transform((value) => typeof value === "string" ? { [member2]: value.trim() } : value), mapping);
const list = (of) => (/* @__PURE__ */ array(of, { error: "must be a list" })).check(/* @__PURE__ */ _minLength(1, { error: "is an empty list: leave it out instead" }));
const question = item("text", (/* @__PURE__ */ strictObject({
  text: (/* @__PURE__ */ schemas_string()).check(/* @__PURE__ */ _regex(/\S/u)),
  type: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_enum(QUESTION_TYPES)),
  required: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_boolean()),
  options: /* @__PURE__ */ optional(/* @__PURE__ */ array(/* @__PURE__ */ schemas_string()))
})).check(/* @__PURE__ */ refine(({ type, options = [] }) => type !== "Options" || options.length > 0)));
const group = item("group_id", /* @__PURE__ */ strictObject({
  channel: /* @__PURE__ */ schemas_default(/* @__PURE__ */ schemas_enum(["telegram"]), "telegram"),
  group_id: (/* @__PURE__ */ schemas_string()).check(/* @__PURE__ */ _trim(), /* @__PURE__ */ _regex(/^[^\s,@]+$/u))
}));
const ITEMS = {
  questions: `a question is text, or a mapping of text, type (${QUESTION_TYPES.join(", ")}), required (true or false) and options (a list of texts, which the type Options needs). Text with a colon in it needs quotes, as - "Why: time?" has`,
  distribution: "give one group id per line, for example -1001234567890 (in a session file also a mapping of channel, which is telegram, and group_id)"
};
const sessionFields = {
  topic: { from: "text", schema: /* @__PURE__ */ pipe(fields_text, /* @__PURE__ */ transform(oneLine)) },
  goal: { from: "text", schema: fields_text },
  context: { from: "text", schema: fields_text },
  critical: { from: "text", schema: fields_text },
  prompt: { from: "text", schema: fields_text },
  templateId: { from: "text", schema: id },
  projectId: { from: "text", schema: id },
  questions: { from: "lines", schema: list(question) },
  crossPollination: { from: "boolean", schema: flag },
  widgetsEnabled: { from: "boolean", schema: flag },
  resultsVisibility: { from: "text", schema: visibility },
  distribution: { from: "lines", schema: list(group) }
};
const fieldNames = Object.keys(sessionFields);
function parseField(name, value, tell2) {
  const { data, error: error2 } = safeParse(sessionFields[name].schema, value);
  const faults = new Map(error2?.issues.map(({ path: [at], message }) => [at, message]));
  for (const [at, message] of faults) {
    if (typeof at === "number" && Array.isArray(value))
      tell2(`is ${quoted(value[at])}; ${ITEMS[name]}`, at);
    else
      tell2(message);
  }
  return data;
}
const namesIn = (fields) => fieldNames.filter((name) => fields[name] !== void 0);
function apiBody(request) {
  return Object.fromEntries(namesIn(request).map((name) => [snakeCase(name), request[name]]));
}
function textsIn(value) {
  if (typeof value === "string")
    return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
const USER_AGENT = "harmonica-session-action/1.0.0";
const MAX_PAGE = 100;
const MAX_LISTED = 500;
const STUMBLE_MS = 1e3;
function createClient(tools) {
  const ask = asking(tools);
  return {
    async createSession(request) {
      const post2 = { method: "POST", body: JSON.stringify(apiBody(request)), signal: tools.graceOver };
      return (await ask("/sessions", createdSchema, post2)).data;
    },
    /** @param fragment plain text within topic or goal; undefined lists the newest of all */
    newestSessions: (fragment) => newestSessions(ask, fragment, tools),
    async getSession(id2) {
      return (await ask(`/sessions/${encodeURIComponent(id2)}`, detailsSchema)).data;
    }
  };
}
function asking({ base, apiKey, fetch, clock, log, cancelled: cancelled2 }) {
  const headers = { authorization: `Bearer ${apiKey}`, accept: "application/json", "user-agent": USER_AGENT };
  return (path, schema, init) => {
    const once = async () => {
      const type = init?.body === void 0 ? {} : { "content-type": "application/json" };
      const given = { signal: cancelled2, ...init, headers: { ...headers, ...type } };
      const answer2 = await fetch(`${base}${path}`, given);
      return { data: client_read(answer2, schema, given), headers: answer2.headers };
    };
    const again = async (error2) => {
      if (!(error2 instanceof ExchangeError) || error2.status !== 401 && error2.status !== 403)
        throw error2;
      log.info(line`${error2.reason}. Asking once more, since a service in trouble answers like that too.`);
      await clock.sleep(STUMBLE_MS, cancelled2);
      return once();
    };
    return awaited(line`Harmonica's answer`, once().catch(again), clock, log);
  };
}
async function* newestSessions(ask, fragment, { clock, cancelled: cancelled2, log }) {
  let size = MAX_PAGE;
  let mayBeEmpty = false;
  for (let offset = 0; offset < MAX_LISTED; ) {
    const page = { limit: `${size}`, offset: `${offset}` };
    const query = new URLSearchParams({ ...fragment && { q: fragment }, ...page });
    try {
      const { data, headers } = await ask(`/sessions?${query}`, listSchema);
      const { length } = data.data;
      if (length > 0 || mayBeEmpty) {
        yield { sessions: data.data.filter((item2) => item2 !== null), serverTime: serverTime(headers) };
        if (length < size)
          return;
        offset += length;
      } else
        await awaited(line`a second look`, clock.sleep(STUMBLE_MS, cancelled2), clock, log);
      mayBeEmpty = true;
    } catch (error2) {
      if (!(error2 instanceof ExchangeError) || !error2.tooLong || size === 1)
        throw error2;
      size = Math.floor(size / 2);
    }
  }
}
function client_read(answer2, schema, asked) {
  const { status, text } = answer2;
  if (status < 200 || status > 299)
    throw client_failure(answer2, asked);
  const data = readJson(text, schema);
  if (data !== void 0)
    return data;
  const reason = line`Harmonica answered ${status}, but in another shape than documented`;
  throw new ExchangeError(reason, { status, passing: true });
}
function client_failure({ status, headers, text }, { method }) {
  const error2 = readJson(text, envelopeSchema)?.error;
  const isPlain = status >= 400 && headers.get("content-type")?.startsWith("text/plain");
  const words = (error2?.message.trim() ?? (isPlain && oneLine(text))) || void 0;
  const isGateway = !error2 && (status === 403 || status === 404);
  return new ExchangeError(line`Harmonica answered ${status}${inBrackets(words)}`, {
    status,
    words,
    code: error2?.code,
    passing: !isRefusal(status) || isGateway && method === void 0,
    retryAfterMs: retryAfterMs(headers)
  });
}
const MAX_ANSWER_BYTES = 16 * 1048576;
const GITHUB_TIMEOUT_MS = 3e4;
const MAX_PAGE_BYTES = 48 * 1048576;
function openTools(settings, runner) {
  const { apiUrl, apiKey, timeout } = settings;
  const { base, site } = apiUrl;
  const timeoutMs = timeout * 1e3;
  const fetch = runner.createFetch({ timeoutMs, maxAnswerBytes: MAX_ANSWER_BYTES, secret: apiKey });
  const client = createClient({ ...runner, base, apiKey, fetch });
  return { ...runner, ...settings, base, site, timeoutMs, client };
}
function openThread(thread, tools, reactions = false) {
  const { githubApiUrl: apiUrl, repository } = tools.environment;
  const { githubToken: token, clock, log } = tools;
  const limits = { timeoutMs: GITHUB_TIMEOUT_MS, maxAnswerBytes: MAX_PAGE_BYTES, secret: token };
  const fetch = tools.createFetch(limits);
  return openComments(thread, { token, apiUrl, repository: repository.name, reactions, fetch, clock, log });
}
class UserError extends Error {
  name = "UserError";
  title;
  problems;
  constructor(title, problems, options) {
    super(joined(problems).text, options);
    this.title = title;
    this.problems = problems;
  }
}
const messageOf = (error2) => error2 instanceof Error ? error2.message : String(error2);
function creationFailed(error2, attempted) {
  const { status = 0, words, reason } = error2;
  const refused = isRefusal(status);
  const said = words === void 0 ? line`` : line` It says: ${withoutStop(words)}.`;
  const why = refused ? line`Harmonica answered ${status}.${said} ${usualCause(status, attempted.base, attempted.bytes)}` : line`${reason}.`;
  if (attempted.doubtfulSince !== void 0)
    return mayExist(why, attempted.topic, attempted.doubtfulSince);
  if (refused)
    return new UserError(line`Harmonica refused the session`, [why], { cause: error2 });
  const busy = status === 429;
  const advice = busy ? line`All calls with one key share a limit (100 a minute, says the documentation). Run the job again later, or raise retries.` : line`Check input api-url (${attempted.base}) and, behind a proxy, HTTPS_PROXY and NO_PROXY.`;
  const title = busy ? line`Harmonica's rate limit was reached` : line`Harmonica could not be reached`;
  return new UserError(title, [line`${why} No session was opened. ${advice}`], { cause: error2 });
}
function mayExist(why, topic, since) {
  return new UserError(line`A session may exist`, [
    why,
    line`A session with the topic "${topic}" may have been made at ${new Date(since).toISOString()} (the runner's clock) or soon after, but its link is not known here. Look for it in Harmonica before you run this again.`
  ]);
}
function cancelled(attempted) {
  return attempted?.doubtfulSince === void 0 ? new UserError(line`Cancelled`, [line`The run was cancelled before a session was opened.`]) : mayExist(line`The run was cancelled.`, attempted.topic, attempted.doubtfulSince);
}
function usualCause(status, base, bytes = 0) {
  const noApi = line`There is no Harmonica API at ${base}. ${API_URL_HINT}`;
  const causes = {
    400: line`Something in the request is missing or malformed. Run the step with dry-run: true to see the request.`,
    401: line`The key was not accepted. Check that the secret holds the whole key (hm_live_ and 32 hexadecimal digits), that it has not been revoked, and that it belongs to ${base}. Keys are made at app.harmonica.chat/profile under API Keys. If the key is right, the service may be in trouble: run the job again later.`,
    402: line`The plan of the key's owner does not cover this. See the plan's limits at app.harmonica.chat.`,
    403: line`The key's owner has no access to what the request names. Check template-id and project-id, and whose key it is.`,
    404: noApi,
    405: noApi,
    413: line`The request had ${counted(bytes, "byte")}, and Harmonica takes some ${grouped(45e5)}. Shorten the context.`,
    422: line`Harmonica understood the request but cannot carry it out. Check template-id, project-id and the plan's limits.`
  };
  const other = status < 400 ? line`That is a redirect, and none is followed, so that the key stays with ${base}. ${API_URL_HINT}` : line`Run the step with dry-run: true to see the request. If it looks right, run the job again later or ask Harmonica's support.`;
  return causes[status] ?? other;
}
const API_URL_HINT = "Check input api-url; left out, it is https://app.harmonica.chat/api/v1.";
function readSession(id2, { client, ...waiting }) {
  const reading = retrying(() => client.getSession(id2), waiting);
  return orError(reading, waiting.cancelled);
}
const isGone = ({ status, code: code2 }) => status === 404 && code2 !== void 0;
const isClosed = ({ status, code: code2 }) => status === 403 && code2 !== void 0;
const remedyFor = ({ status }, base, otherwise) => status === 401 ? usualCause(status, base) : line`${otherwise}`;
const MAX_READ = 5;
async function choose(links, tools) {
  const promised = links.filter(({ marker }) => marker.sharesResults);
  const isOpen = (link) => !link.results && (!link.invitation.celebrated || tools.byHand && link === promised[0]);
  const posted = promised.find(({ results }) => results);
  let newest;
  for (const link of promised.filter(isOpen).slice(0, MAX_READ)) {
    const verdict = judge(link, await choose_read(link, tools), tools);
    if (verdict.summary !== void 0)
      return verdict;
    if (!posted || promised.indexOf(link) < promised.indexOf(posted))
      newest ??= verdict;
  }
  if (newest || !posted)
    return newest ?? unshown(promised[0] ?? links[0]);
  const words = line`The results of session ${posted.marker.sessionId} were posted earlier: ${posted.results?.url ?? ""}`;
  return { link: posted, session: await choose_read(posted, tools), level: "info", words };
}
function judge(link, session, { minParticipants }) {
  const { sessionId, joinUrl: joinUrl2 } = link.marker;
  const unready = (words2) => ({ link, session, level: "notice", words: words2 });
  if (!session)
    return unready(line`Session ${sessionId} can no longer be read with this API key.`);
  const { participant_count: count = 0 } = session;
  if (count < minParticipants) {
    const soFar = count === 0 ? "Nobody has" : `Only ${count} of at least ${minParticipants} people have`;
    return unready(line`${soFar} taken part in session ${sessionId} so far (Harmonica counts people with more than two messages): share its link, ${joinUrl2}, and run this again.`);
  }
  const summary2 = summaryOf(session);
  if (summary2 === void 0)
    return unready(line`Session ${sessionId} has no summary yet: open its results page in Harmonica, which writes it, and run this again.`);
  const words = line`The results of session ${sessionId} are ready. With comment: false nothing is posted.`;
  return { link, session, summary: summary2, level: "info", words };
}
function unshown(link) {
  if (!link)
    return void 0;
  const { sessionId, sharesResults } = link.marker;
  if (sharesResults) {
    const words2 = line`The results of session ${sessionId} were posted here and deleted since, so they are not posted again. To do so all the same, start this by hand (workflow_dispatch), or by a label.`;
    return { link, level: "info", words: words2 };
  }
  const words = line`The invitation to session ${sessionId} (${link.invitation.url}) does not promise that a summary will be posted here, so nothing is shown. The step that opens the next session promises it with share-results: true.`;
  return { link, level: "warning", words };
}
async function choose_read({ marker }, tools) {
  const session = await readSession(marker.sessionId, tools);
  if (!(session instanceof ExchangeError))
    return session;
  if (isGone(session) || isClosed(session))
    return void 0;
  const advice = remedyFor(session, tools.base, "Run the job again later.");
  const problem = line`Session ${marker.sessionId} could not be read: ${session.reason}. Nothing was posted. ${advice}`;
  throw new UserError(line`The session could not be read`, [problem], { cause: session });
}
const GAP = "\u200B";
const HARD_BREAK = `  
${GAP}`;
const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const IN_ADDRESS = String.raw`[^\s\p{C}<>"\x60|\\^{}()]`;
const IN_BRACKETS = String.raw`\(${IN_ADDRESS}*\)`;
const OPEN_BRACKET = String.raw`\((?!${IN_ADDRESS}*\))`;
const WEB_ADDRESS = new RegExp(String.raw`(\bhttps?://(?:${IN_ADDRESS}|${IN_BRACKETS}|${OPEN_BRACKET})*(?:(?![.,:;!?'*_~[\]])${IN_ADDRESS}|${IN_BRACKETS}))`, "iu");
let markdown_trust;
class Markdown {
  static {
    markdown_trust = (text) => new Markdown(text);
  }
  text;
  /** Keeps other types that have a `text`, a log's line say, from passing for this one. */
  safe = true;
  constructor(text) {
    this.text = text;
  }
}
function md(words, ...values) {
  const shown2 = values.map((value, index) => {
    const text = value instanceof Markdown ? value.text : inBreaks(escaped(tidied(String(value))));
    if (typeof value !== "string")
      return text;
    const before = index > 0 && words[index] === "" ? GAP : "";
    const after = /^[.)]/u.test(words[index + 1] ?? "") && /^\d+$/u.test(text) ? GAP : "";
    return before + text + after;
  });
  return markdown_trust(String.raw({ raw: words }, ...shown2));
}
function prose(text) {
  const pieces = tidied(text).split(WEB_ADDRESS);
  const shown2 = pieces.map((piece, index) => index % 2 === 0 ? escaped(piece) : code(piece).text);
  return markdown_trust(inBreaks(shown2.join("")));
}
function markdown_link(text, url) {
  if (!url)
    return md`${onOneLine(text)}`;
  const destination = new URL(url).href.replace(/&(?=#?\w+;)/gu, "&amp;").replace(/[\\()<>|]/gu, "\\$&");
  return markdown_trust(`[${escaped(onOneLine(text))}](${destination})`);
}
function code(text) {
  const shown2 = onOneLine(text);
  const fence = "`".repeat(longestRun(shown2) + 1);
  const pad = /^`|`$/u.test(shown2) ? " " : "";
  return markdown_trust(shown2 === "" ? "" : fence + pad + shown2 + pad + fence);
}
function inLines(block2, before, first = before) {
  return markdown_trust(first + block2.text.replaceAll("\n", `
${before}`));
}
function codeBlock(text, language = "") {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return markdown_trust([fence + language, ...linesOf(text), fence].join("\n"));
}
const EMPHASIS = { strong: "\uFDD0", emphasis: "\uFDD1" };
function emphasised({ text }) {
  const { strong, emphasis } = EMPHASIS;
  return markdown_trust(text.replaceAll(strong, `${GAP}**${GAP}`).replaceAll(emphasis, `${GAP}*${GAP}`));
}
function stacked(parts, between = "\n\n") {
  const texts = parts.map((part) => part instanceof Markdown ? part.text : "");
  return markdown_trust(texts.filter((text) => text !== "").join(between));
}
function raw(markdown) {
  return markdown_trust(markdown.toWellFormed().trim());
}
function cut(text, max) {
  return text.length <= max ? text : `${beginning(text, max - 1)}\u2026`;
}
const inBreaks = (text) => text.replaceAll("\n", HARD_BREAK);
function tidied(text) {
  const lines = linesOf(text.replaceAll("	", " ")).map((each) => each.trim());
  return lines.filter((each) => each !== "").join("\n");
}
const onOneLine = (text) => tidied(text).replaceAll("\n", " ");
function linesOf(text) {
  const lines = text.split(LINE_ENDS);
  return lines.map((each) => each.split("	").map(visible).join("	"));
}
function escaped(text) {
  return ESCAPES.reduce((shown2, [pattern, replaced]) => shown2.replace(pattern, replaced), text);
}
const backslash = (found2) => `\\${found2}`;
const gapAfter = (found2) => found2 + GAP;
const ESCAPES = [
  // Escape, hard break.
  [/\\(?=[!-/:-@[-`{-~]|$)/g, backslash],
  // Character reference.
  [/&(?=#|\w\w|\w?$)/g, () => "&amp;"],
  // HTML, autolink.
  [/</g, () => "&lt;"],
  // Address, emoji code.
  [/:(?=\/\/|[\w+-]+(?::|$))/g, gapAfter],
  // Alert, task box.
  [/\[(?=!|[ x](?:\]|$))/gi, gapAfter],
  // Emphasis, code, strikethrough, table, link, list.
  [/[*`~|[\]]/g, backslash],
  // List, underline, quotation, command, footnote, table.
  [/^(?=[-+=>/!^]|:-|\d{1,9}[.)](?:\s|$))/, gapAfter],
  // Emphasis.
  [/_(?<![a-z0-9]_)|_(?![a-z0-9])/gi, backslash],
  // Image, where a link follows.
  [/!$/, gapAfter],
  // Mention, reference, mail address, heading.
  [/[@#]/g, gapAfter],
  // Reference.
  [/gh-(?<![a-z0-9]gh-)/gi, gapAfter],
  // Address.
  [/www(?=\.|$)/gi, gapAfter],
  // Commit.
  [/(?<![a-z0-9])[0-9a-f]{7,}(?![a-z0-9])/gi, (found2) => found2.replace(/.{6}(?=.)/g, gapAfter)],
  // Math. A parser that pairs dollars respects the backslash. GitHub's filter pairs them in the rendered text, but
  // only within an element: an own one is what GitHub's docs (and MathJax's) ask for, while U+200B beside a
  // dollar is not told of.
  [/\$/g, () => "<span>\\$</span>"]
];
const longestRun = (text) => (text.match(/`+/gu) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);
const FOLD_AFTER_CHARACTERS = 1200;
const MAX_DEPTH = 12;
const HEADINGS = [md`####`, md`#####`, md`######`];
function quotation(markdown, parse2) {
  const { source, root } = parse2(markdown);
  const { children } = root;
  const levels = children.flatMap((node) => node.type === "heading" ? [node.depth] : []);
  const writer = { source, top: Math.min(...levels) };
  let fold = children.filter((node) => startOf(node) < FOLD_AFTER_CHARACTERS).length;
  if (fold > 1 && fold < children.length && children[fold - 1]?.type === "heading")
    fold -= 1;
  const shown2 = blocks(children.slice(0, fold), writer, 0);
  const rest = blocks(children.slice(fold), writer, 0);
  const words = source.slice(startOf(children[fold])).split(/\s+/u).length;
  const more = md`<details><summary>Read the rest, about ${grouped(roughly(words))} words</summary>`;
  return inLines(stacked(rest.length > 0 ? [...shown2, more, ...rest, md`</details>`] : shown2), "> ");
}
const startOf = (node) => node?.position?.start.offset ?? 0;
function roughly(count) {
  const step = count < 100 ? 10 : 50;
  return Math.max(1, Math.round(count / step)) * step;
}
function blocks(nodes, writer, depth) {
  return nodes.map((node) => block(node, writer, depth)).filter(({ text }) => text !== "");
}
function block(node, writer, depth) {
  if (depth > MAX_DEPTH)
    return prose(textOf(node, writer));
  switch (node.type) {
    case "paragraph":
      return inline(node.children, writer, prose);
    case "heading": {
      const mark = HEADINGS[node.depth - writer.top] ?? md`######`;
      return md`${mark} ${inline(node.children, writer, inLine)}`;
    }
    case "thematicBreak":
      return md`***`;
    case "blockquote":
      return inLines(stacked(blocks(node.children, writer, depth + 1)), "> ");
    case "list":
      return quotation_list(node, writer, depth + 1);
    case "table":
      return table(node, writer);
    default:
      return prose(textOf(node, writer));
  }
}
function textOf(node, { source }) {
  if ("value" in node)
    return node.value;
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}
const MAX_NUMBER = 999e6;
function quotation_list({ children, ordered, start: start2 }, writer, depth) {
  const first = Math.min(start2 ?? 1, MAX_NUMBER);
  const items2 = children.flatMap((item2, index) => {
    const mark = ordered ? `${first + index}. ` : "- ";
    const body = stacked(blocks(item2.children, writer, depth));
    return body.text === "" ? [] : [inLines(body, " ".repeat(mark.length), mark)];
  });
  return stacked(items2, "\n");
}
function table({ children: rows }, writer) {
  const width = rows[0]?.children.length ?? 0;
  const row = (cells) => cells.reduce((all, each) => md`${all} ${each} |`, md`|`);
  const written = rows.map(({ children }) => row(children.slice(0, width).map((each) => inline(each.children, writer, inLine))));
  const ruler = row(Array.from({ length: width }, () => md`---`));
  return stacked([...written.slice(0, 1), ruler, ...written.slice(1)], "\n");
}
function inline(nodes, writer, write) {
  return emphasised(write(nodes.map((node) => flat(node, writer, [])).join("")));
}
const inLine = (text) => md`${oneLine(text)}`;
function flat(node, writer, within) {
  if (node.type === "break")
    return "\n";
  if (node.type === "link" || node.type === "emphasis" || node.type === "strong") {
    const inner = node.children.map((each) => flat(each, writer, [...within, node.type])).join("");
    if (node.type === "link")
      return isBare(node) ? inner : `${inner} (${unsigned(node.url)})`;
    const sign = within.includes(node.type) ? "" : EMPHASIS[node.type];
    return sign + inner + sign;
  }
  if (node.type === "image")
    return unsigned(`${node.alt ?? ""} (${node.url})`);
  return unsigned(node.type === "text" ? node.value.replace(/\s*\n\s*/gu, " ") : textOf(node, writer));
}
const unsigned = (text) => text.replace(/[\ufdd0\ufdd1]/gu, "");
function isBare({ url, children: [only] }) {
  return only?.type === "text" && [only.value, `mailto:${only.value}`].includes(url);
}
const MAX_TOPIC_CHARACTERS = 200;
const MAX_GOAL_CHARACTERS = 2e3;
async function renderResults(results, marker) {
  const { parseMarkdown } = await Promise.all(
    /* import() */
    [__nccwpck_require__.e(690), __nccwpck_require__.e(592)]
  ).then(__nccwpck_require__.bind(__nccwpck_require__, 2592));
  const whole2 = firstLines(results.summary);
  for (let limit = MAX_COMMENT_CHARACTERS; ; ) {
    const summary2 = cut(whole2.text, limit);
    const isCut = whole2.unreadFrom !== void 0 || summary2 !== whole2.text;
    const parts = [head(results), quotation(summary2, parseMarkdown), foot(results, isCut)];
    const body = `${stacked(parts).text}

${marker}`;
    if (body.length <= MAX_COMMENT_CHARACTERS)
      return body;
    limit = Math.floor(summary2.length * 0.95 * MAX_COMMENT_CHARACTERS / body.length);
  }
}
function head({ session, invitation }) {
  const { topic = "", goal, participant_count: count = 0, created_at } = session;
  const time = timeOf(created_at);
  const words = Number.isNaN(time) ? "the session" : `the session opened on ${day(new Date(time))}`;
  return stacked([
    md`### Results: ${cut(topic, MAX_TOPIC_CHARACTERS).replace(/\s+/gu, " ")}`,
    goal && md`**Goal:** ${prose(cut(goal, MAX_GOAL_CHARACTERS))}`,
    md`${count} people have taken part so far in ${markdown_link(words, webAddress(invitation))}.`,
    md`*Written by AI from what they said. It may be wrong or older than the latest answers, and is nobody's decision.*`
  ]);
}
function foot({ run: run2 }, isCut) {
  return stacked([
    isCut && md`(Shortened: the whole summary is too much for a comment.)`,
    md`End of the AI summary. Something about you that should not be here? Ask the people who opened the session.`,
    md`<sub>Posted by the workflow run ${markdown_link(cut(run2.name, MAX_TOPIC_CHARACTERS), run2.url)}. To take it back, delete this comment; mails that went out stay.</sub>`
  ]);
}
const MONTHS = "January February March April May June July August September October November December".split(" ");
const day = (on) => `${on.getUTCDate()} ${MONTHS[on.getUTCMonth()]} ${on.getUTCFullYear()}`;
function outputsOf({ link, session, summary: summary2 }, created) {
  return {
    ready: String(summary2 !== void 0 || link?.results !== void 0),
    created: String(created),
    "session-id": link?.marker.sessionId ?? "",
    topic: session?.topic ?? "",
    "participant-count": String(session?.participant_count ?? ""),
    "comment-id": link?.results?.id ?? "",
    "comment-url": link?.results?.url ?? ""
  };
}
function renderSummary(told, { link: found2 }, warnings) {
  const { marker, results } = found2 ?? {};
  const blocks2 = stacked([
    md`## Results of a Harmonica session`,
    prose(told.text),
    results?.url && md`**${markdown_link("Read the results", results.url)}**`,
    ...warnings.filter((each) => each !== told).map(({ text }) => md`Warning: ${prose(text)}`),
    marker && md`Session ${code(marker.sessionId)}`
  ]);
  return `${blocks2.text}
`;
}
function findTarget(inputs, event, thread) {
  const { issueNumber: issueNumber2, githubToken } = inputs;
  const isEvents = thread?.number === issueNumber2 && thread?.kind !== "discussion";
  const target = issueNumber2 === void 0 || isEvents ? thread : asThread("issue", { number: issueNumber2 });
  if (!target)
    return line`the event ${event.name} is about no issue, pull request or discussion of this repository. Set issue-number to the issue or pull request that the link belongs on.`;
  if (/^[\x21-\x7e]+$/u.test(githubToken))
    return target;
  const fault = githubToken === "" ? "is empty" : "holds white space or a character outside ASCII";
  return line`input github-token ${fault}. Leave it out for the job's own token, or set the secret again.`;
}
function missingKey(fork = false) {
  const causes = fork ? line`This run is for a pull request from a fork, which gets no secrets: skip the step there with an if:.` : line`Usual causes: the secret's name is misspelt; the run is for a pull request from a fork, which gets no secrets; Dependabot started the run, and it reads Dependabot's secrets only; the secret belongs to an environment that the job does not name. Keys are made at app.harmonica.chat/profile under API Keys.`;
  return line`Input api-key is empty. ${causes}`;
}
const leven_array = [];
const characterCodeCache = [];
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
  let start2 = 0;
  while (start2 < firstLength && first.charCodeAt(start2) === second.charCodeAt(start2)) {
    start2++;
  }
  firstLength -= start2;
  secondLength -= start2;
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
    characterCodeCache[index] = first.charCodeAt(start2 + index);
    leven_array[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start2 + index2);
    temporary = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
      temporary = leven_array[index];
      result = leven_array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
    }
    if (maxDistance !== void 0) {
      let rowMinimum = result;
      for (index = 0; index < firstLength; index++) {
        if (leven_array[index] < rowMinimum) {
          rowMinimum = leven_array[index];
        }
      }
      if (rowMinimum > maxDistance) {
        return maxDistance;
      }
    }
  }
  leven_array.length = firstLength;
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
const isHttp = ({ protocol }) => /^https?:$/u.test(protocol);
const isLoopback = ({ hostname }) => /^(localhost|127(\.\d+){3}|\[::1\])$/u.test(hostname);
const hostOf = ({ hostname }) => hostname.replace(/^\[|\]$/gu, "");
const portOf = ({ port, protocol }) => Number(port) || (protocol === "https:" ? 443 : 80);
function findRoute(to, env) {
  const name = `${to.protocol.slice(0, -1)}_proxy`;
  const variable = [name, name.toUpperCase()].find((each) => env[each]);
  const direct = !variable || isLoopback(to) || isExempt(to, env.no_proxy || env.NO_PROXY || "");
  return { to, proxy: direct ? void 0 : readProxy(variable, env[variable] ?? "") };
}
function isExempt(to, names) {
  const hosts = [hostOf(to), to.hostname, `${to.hostname}:${portOf(to)}`].map((each) => `.${each}`);
  const entries = names.toLowerCase().split(/[\s,]+/u);
  return entries.some((entry) => {
    const name = entry.replace(/^\*?\./u, "");
    return name === "*" || name !== "" && hosts.some((each) => each.endsWith(`.${name}`));
  });
}
function readProxy(variable, address) {
  try {
    const url = new URL(address.includes("://") ? address : `http://${address}`);
    if (!isHttp(url))
      throw new TypeError("not an HTTP proxy");
    const user = decodeURIComponent(`${url.username}:${url.password}`);
    const authorization = `Basic ${Buffer.from(user).toString("base64")}`;
    return { url, variable, headers: user === ":" ? {} : { "proxy-authorization": authorization } };
  } catch {
    throw new ExchangeError(line`${variable} is not the address of an HTTP proxy`, { sent: false });
  }
}
const DEFAULT_SITE = "https://app.harmonica.chat";
const MIN_KEY_CHARACTERS = 16;
const inputs_text = (value) => value;
function items(separator) {
  return (value) => value.split(separator).flatMap((each) => each.trim() || []);
}
const inputs_boolean = (fallback) => (value) => {
  if (/^(true|True|TRUE)$/u.test(value))
    return true;
  if (/^(false|False|FALSE)$/u.test(value))
    return false;
  return value === "" ? fallback : line`is ${quoted(value)}; write true or false`;
};
const whole = (fallback, min, max, unit) => (value) => {
  if (value === "")
    return fallback;
  const number2 = /^\d{1,10}$/u.test(value) ? Number(value) : Number.NaN;
  if (number2 >= min && number2 <= max)
    return number2;
  return line`is ${quoted(value)}; give ${unit} from ${min} to ${grouped(max)}`;
};
const oneOf = (values) => (value) => {
  const found2 = value === "" ? values[0] : values.find((each) => each === value);
  return found2 ?? line`is ${quoted(value)}; give one of ${values.join(", ")}`;
};
const issueNumber = whole(void 0, 1, 2 ** 31 - 1, "the number of an issue or pull request, such as 42,");
const matching = (pattern, advice) => (value) => pattern.test(value) ? value : line`is ${quoted(value)}; ${advice}`;
const serviceInputs = {
  apiKey: readKey,
  apiUrl: readApiUrl,
  timeout: whole(120, 1, 600, "whole seconds"),
  retries: whole(5, 0, 10, "a whole number"),
  githubToken: inputs_text,
  issueNumber: (value) => issueNumber(value.replace(/^#/u, "")),
  summary: inputs_boolean(true)
};
function readInputs(readers2, getInput2, problems) {
  const values = Object.entries(readers2).map(([name, read2]) => {
    const input = kebabCase(name);
    const value = read2(getInput2(input));
    if (!(value instanceof Line))
      return [name, value];
    problems.push(line`Input ${input} ${value}.`);
    return [name, read2("")];
  });
  return Object.fromEntries(values);
}
function misspelt(given, known) {
  return given.flatMap((each) => {
    const name = each.toLowerCase();
    const meant = known.includes(name) ? [] : known.filter((input) => resembles(name, input));
    return meant.length === 0 ? [] : [line`Input ${quoted(name)} does not exist: did you mean ${meant.join(" or ")}?`];
  });
}
function resembles(name, input) {
  const dashed = name.replaceAll("_", "-");
  return dashed !== "" && (input.endsWith(`-${dashed}`) || leven(dashed, input, { maxDistance: 3 }) <= 2);
}
function readKey(value) {
  return value === "" || value.length >= MIN_KEY_CHARACTERS && /^[\x21-\x7e]*$/u.test(value) ? value : line`is not a complete key: it has fewer than ${MIN_KEY_CHARACTERS} characters, or holds white space, a control character or a letter outside ASCII; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here)`;
}
function readApiUrl(value) {
  const example = `${DEFAULT_SITE}/api/v1`;
  if (value.includes("@"))
    return line`holds a user name or a password; the key goes into api-key`;
  const url = URL.parse(value === "" ? example : value);
  if (!url || !isHttp(url))
    return line`is ${quoted(value)}; give an address such as ${example}`;
  if (url.search || url.hash)
    return line`has a part behind ? or #; give the address without it`;
  if (url.protocol === "http:" && !isLoopback(url))
    return line`is ${quoted(value)}; the key would travel unencrypted. Use https (http is for the runner itself only)`;
  const site = (url.origin + url.pathname).replace(/(?<!\/)(\/+api\/v1)?\/*$/u, "");
  return { base: `${site}/api/v1`, site, isDefault: site === DEFAULT_SITE };
}
function marksIn(root, between) {
  return root.children.flatMap((node) => {
    if (node.type !== "heading")
      return [];
    const { start: start2, end } = placeOf(node);
    const text = between(start2, end);
    if (!text.startsWith("#"))
      return [];
    const words = text.replace(/^#+|(?<=[ \t])#+[ \t]*$/gu, "").trim();
    return [{ level: node.depth, words, line: node.position?.start.line ?? 1, start: start2, end }];
  });
}
function placeOf({ position }) {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
const LIST_MARK = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+|$)/u;
const FLOW = /^(?:\[\s*["'{]|\[[^\]]*\]$|\{[^}]*\}$)/u;
const MAPPING = /^[ \t]*(?:-[ \t]+)?(?:\{.*\}|["']?(?:text|channel|group_id)["']?:(?:[ \t].*)?)$/mu;
function listItems(text) {
  const items2 = text.split(/[\r\n]/u).map((each) => each.replace(LIST_MARK, "").trim());
  return items2.filter((each) => each !== "");
}
function readListInput(text) {
  if (!FLOW.test(text) && !MAPPING.test(text))
    return listItems(text);
  return line`looks like YAML or JSON, but takes one item per line as plain text. Lists with types, options or channels go into a session file (input session-file)`;
}
const GOAL = /^[-*] \*\*Goal\*\*:/mu;
async function takeSections(markdown, names, path, warnings) {
  const { parseMarkdown } = await Promise.all(
    /* import() */
    [__nccwpck_require__.e(690), __nccwpck_require__.e(592)]
  ).then(__nccwpck_require__.bind(__nccwpck_require__, 2592));
  const { source, root } = parseMarkdown(markdown);
  const marks = marksIn(root, (start2, end) => source.slice(start2, end)).filter(({ level }) => level <= 2);
  const all = withEnds(marks, source.length).filter(({ level }) => level === 2);
  const brief = briefIn(all, source);
  const sections = brief ?? all;
  const wanted = names.map(comparable);
  const taken = sections.filter(({ name, end, to }) => wanted.includes(name) && source.slice(end, to).trim() !== "");
  const missing2 = names.filter((_, index) => !taken.some(({ name }) => name === wanted[index])).join(", ");
  const there = sections.map(({ words }) => words).join(", ") || "no second-level heading";
  if (missing2 !== "")
    warnings.push(line`${path} has no text under ${missing2} (input context-sections). It has ${there}.`);
  const summaries = all.filter(({ name }) => name === "summary").length;
  const own2 = brief && taken.find(({ name }) => name === "summary");
  if (own2 && summaries > 1)
    warnings.push(line`${path} has ${summaries} headings ## Summary; the one on line ${own2.line} was taken.`);
  return taken.map(({ start: start2, to }) => source.slice(start2, to)).join("").trim();
}
function comparable(words) {
  return oneLine(words.replace(/^#+/u, "").replaceAll(/[-_]/gu, " ")).replace(/ ?:$/u, "").toLowerCase();
}
function briefIn(all, source) {
  const summaries = all.filter(({ name }) => name === "summary");
  const [first] = summaries;
  const overview = all.find(({ name, start: start2, to }) => name === "overview" && GOAL.test(source.slice(start2, to)));
  if (!first || !overview || overview.start > first.start)
    return void 0;
  const between = (name, after, before2) => all.filter((each) => each.name === name && each.start > after.start && each.start < before2.start);
  const [context] = between("context", overview, first);
  const own2 = (context && summaries.at(-1)) ?? first;
  const before = between("summary", overview, own2).at(-1) ?? context ?? overview;
  const rest = ["critical points", "questions"].flatMap((name) => between(name, before, own2).slice(-1));
  const its = [overview, context, ...rest, own2];
  return withEnds(all.filter((each) => its.includes(each)), source.length);
}
function withEnds(marks, length) {
  return marks.map((mark, index) => ({
    ...mark,
    name: comparable(mark.words),
    to: marks[index + 1]?.start ?? length
  }));
}
const MARKUP = /<!--(?:-?>|[\s\S]*?(?:-->|$))|<[!?][^>]*(?:>|$)|<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/giu;
function staysOpen(html) {
  const ends = (found2) => found2.endsWith(found2.startsWith("<!--") ? "-->" : ">");
  return /<[a-z/!?]/iu.test(html.replace(MARKUP, (found2) => ends(found2) ? "" : "<!"));
}
const mayHide = ({ type }, text) => ["paragraph", "heading", "table", "definition"].includes(type) && /^[ \t>*+\-\d.)]*(?:\[\^[^\]\n]+\]:|<\/?source\b)/imu.test(text);
const isUnseen = (node) => ["html", "definition", "image", "imageReference"].includes(node.type) || node.type === "code" && /^(?:mermaid|geojson|topojson|stl|math)$/iu.test(node.lang ?? "");
const FENCE = /^(?:`+|~+)/gu;
const BOX = /^[-*+] \[([ xX])\]\s+/u;
function whatIsSeen(nodes, source) {
  const hidden = [];
  const seen = {
    end: void 0,
    unticked: [],
    between: (start2, end) => without(hidden, source.slice(0, end), start2)
  };
  let width = 0;
  const look2 = (node) => {
    if (seen.end)
      return;
    const { start: start2, end } = placeOf(node);
    const text = source.slice(start2, end);
    if (node.type === "html" ? staysOpen(node.value) || /<rp\b/iu.test(text) : mayHide(node, text)) {
      seen.end = { offset: start2, line: node.position?.start.line ?? 1 };
    } else if (isUnseen(node))
      hidden.push([start2, end]);
    else if (node.type === "linkReference" || node.type === "link" && text.startsWith("[")) {
      if (node.type === "linkReference")
        hidden.push([start2, start2 + 1]);
      node.children.forEach(look2);
      const tail = placeOf(node.children.at(-1) ?? {}).end || start2;
      const address = node.type === "link" && /^\s*\]\(\s*[^\s<>]*/u.exec(source.slice(tail, end));
      hidden.push(address ? [Math.min(tail + address[0].length, end - 1), end - 1] : [tail, end]);
    } else if (node.type === "code") {
      for (const [fence] of text.matchAll(FENCE))
        hidden.push([start2 + fence.length, start2 + `${text}
`.indexOf("\n")]);
    } else if (node.type === "tableRow") {
      node.children.slice(0, width).forEach(look2);
      const [beyond] = node.children.slice(width);
      if (beyond)
        hidden.push([placeOf(beyond).start, end]);
    } else {
      const [box = "", ticked] = node.type === "listItem" && BOX.exec(text) || [];
      const before = source.lastIndexOf("\n", start2) + 1;
      const from = source.slice(before, start2).trim() === "" ? before : start2;
      if (ticked !== void 0)
        hidden.push([from, ticked === " " ? end + 1 : start2 + box.length]);
      if (ticked === " ")
        seen.unticked.push(start2);
      else if ("children" in node) {
        if (node.type === "table")
          width = node.children[0]?.children.length ?? 0;
        node.children.forEach(look2);
      }
    }
  };
  nodes.forEach(look2);
  return seen;
}
function without(hidden, source, start2) {
  let [text, at] = ["", start2];
  for (const [from, to] of hidden) {
    text += source.slice(at, from);
    at = Math.max(at, to);
  }
  return (text + source.slice(at)).replace(/[\u{e0000}-\u{e0fff}]/gu, "");
}
const ALLOWED = ["topic", "goal", "context", "critical", "questions"];
const FIELDS_BY_HEADING = new Map([
  ...fieldNames.map((name) => [kebabCase(name).replaceAll("-", " "), void 0]),
  ...["facilitation prompt", "template", "project", "visibility"].map((words) => [words, void 0]),
  ...ALLOWED.map((name) => [name, name]),
  ["critical question", "critical"]
]);
const NO_RESPONSE = "_No response_";
async function readBodyFields(body) {
  const { parseMarkdown } = await Promise.all(
    /* import() */
    [__nccwpck_require__.e(690), __nccwpck_require__.e(592)]
  ).then(__nccwpck_require__.bind(__nccwpck_require__, 2592));
  const { text, unreadFrom } = firstLines(body);
  const { source, root, isBusy } = parseMarkdown(text);
  const seen = whatIsSeen(root.children, source);
  const readTo = isBusy ? 0 : seen.end?.offset ?? source.length;
  const marks = marksIn(root, seen.between).filter(({ level, words, start: start2 }) => start2 < readTo && (level === 2 || level === 3) && FIELDS_BY_HEADING.has(comparable(words)));
  const leftOut = [];
  const fields = {};
  const answered = /* @__PURE__ */ new Set();
  let unticked = 0;
  for (const [index, { words, end }] of marks.entries()) {
    const field = FIELDS_BY_HEADING.get(comparable(words));
    if (field === void 0 || answered.has(field))
      leftOut.push(words);
    else {
      const to = marks[index + 1]?.start ?? readTo;
      answered.add(field);
      unticked += seen.unticked.filter((at) => at > end && at < to).length;
      Object.assign(fields, answer(field, seen.between(end, to).trim()));
    }
  }
  if (unticked > 0)
    leftOut.push(counted(unticked, "list item"));
  return { fields, leftOut, unreadFrom: isBusy ? 1 : seen.end?.line ?? unreadFrom };
}
function answer(field, text) {
  if (text === "" || text === NO_RESPONSE)
    return {};
  if (field !== "questions")
    return { [field]: field === "topic" ? oneLine(text) : text };
  const questions = listItems(text.replace(/^\s*(?:`{3,}|~{3,})\s*$/gmu, ""));
  return questions.length > 0 ? { questions: questions.map((words) => ({ text: words })) } : {};
}
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
const MAX_FILE_BYTES = 1048576;
async function readWorkspaceFile(path, workspace) {
  if (path.includes("\0"))
    return line`which is no path: it holds a NUL character. Write the path again.`;
  const folder = await (0, external_node_fs_promises_namespaceObject.stat)(workspace).catch(() => void 0);
  if (!folder?.isDirectory())
    return NO_WORKSPACE;
  const root = await (0, external_node_fs_promises_namespaceObject.realpath)(workspace);
  const target = (0, external_node_path_namespaceObject.resolve)(workspace, path);
  try {
    const real = await (0, external_node_fs_promises_namespaceObject.realpath)(target);
    return misplaced(root, real) ?? await readText(real);
  } catch (error2) {
    if (!(error2 instanceof Error) || !("code" in error2))
      throw error2;
    const code2 = String(error2.code);
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(code2))
      return await missing(path, root, target);
    return line`which could not be read (${code2}). An earlier step may have written it as another user, in a container for instance: make it readable there, with chmod a+r.`;
  }
}
function misplaced(root, real) {
  const steps = (0, external_node_path_namespaceObject.relative)(root, real);
  const names = steps.split(external_node_path_namespaceObject.sep);
  if ((0, external_node_path_namespaceObject.isAbsolute)(steps) || names[0] === "..")
    return OUTSIDE;
  return names.some((name) => name.toLowerCase() === ".git") ? IN_GIT : void 0;
}
async function readText(real) {
  const stats = await (0, external_node_fs_promises_namespaceObject.stat)(real);
  if (!stats.isFile())
    return line`which is ${stats.isDirectory() ? "a folder" : "no regular file"}. Name a file that holds text.`;
  if (stats.size > MAX_FILE_BYTES)
    return line`which has ${grouped(Math.ceil(stats.size / 1024))} KB. At most 1,024 KB are read, and Harmonica advises a context of some 500 words: shorten it to what the participants need.`;
  const bytes = await (0, external_node_fs_promises_namespaceObject.readFile)(real);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? NO_TEXT : text;
  } catch {
    return NO_TEXT;
  }
}
async function missing(path, root, target) {
  const folder = await (0, external_node_fs_promises_namespaceObject.realpath)((0, external_node_path_namespaceObject.dirname)(target)).catch(() => void 0);
  const fault = folder && misplaced(root, (0, external_node_path_namespaceObject.join)(folder, (0, external_node_path_namespaceObject.basename)(target)));
  if (fault)
    return fault;
  const names = folder ? await (0, external_node_fs_promises_namespaceObject.readdir)(folder).catch(() => []) : [];
  const twin = names.find((name) => folded(name) === folded((0, external_node_path_namespaceObject.basename)(target)) && name !== (0, external_node_path_namespaceObject.basename)(target));
  const advice = folder && twin ? line`Did you mean ${(0, external_node_path_namespaceObject.relative)(root, (0, external_node_path_namespaceObject.join)(folder, twin))}?` : hintFor(path);
  return line`which is not in the workspace. ${advice} ${CHECK_OUT}`;
}
const folded = (name) => name.normalize("NFC").toLowerCase();
const hintFor = (path) => /[:*?[\]{}\s,]/u.test(path) ? line`Write one path per line; an address, or a pattern such as *.md, is none.` : line`Check the path, or leave the input out until there is such a file.`;
const CHECK_OUT = line`An earlier step of this job must check out the repository with actions/checkout.`;
const NO_WORKSPACE = line`but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. ${CHECK_OUT}`;
const OUTSIDE = line`which lies outside the workspace. Only files in it are read, and a symbolic link counts as the file that it leads to: give a path relative to the workspace, or copy the file there in an earlier step.`;
const IN_GIT = line`which lies in .git. Git's own files are not read, since they can hold credentials: name a file of the repository.`;
const NO_TEXT = line`which is not UTF-8 text. Save it as UTF-8; PDF, Word and other binary files have to be turned into text or Markdown first.`;
const NAMES = ["date", "week", "month", "tag", "title", "number", "repository"];
const PLACEHOLDER = /\{\{([^{}]*)\}\}/gu;
const isName = (name) => NAMES.some((each) => each === name);
function fillPlaceholders(text, values, tell2) {
  return text.replace(PLACEHOLDER, (placeholder, inner) => {
    const name = inner.trim();
    const value = isName(name) ? values[name] : void 0;
    const why = value === "" ? "for which this run has no value" : `which is none of ${NAMES.join(", ")}`;
    if (!value)
      tell2(`has the placeholder ${quoted(placeholder)}, ${why}`);
    return value ?? "";
  });
}
function strayPlaceholders(text, said) {
  const ours = Array.from(text.matchAll(PLACEHOLDER), ([placeholder, inner = ""]) => isName(inner.trim()) ? placeholder : "");
  return ours.filter((each) => each !== "" && !said?.title?.includes(each) && !said?.body?.includes(each));
}
function dateValues(now, timeZone) {
  const parts = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" };
  const utc = new Date(now).toISOString().slice(0, 10);
  const date = timeZone === "UTC" ? utc : new Intl.DateTimeFormat("en-CA", parts).format(now);
  return { date, week: isoWeek(date), month: date.slice(0, 7) };
}
function isoWeek(date) {
  const thursday = new Date(date);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 864e5)) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
const MAX_CHARACTERS = 1e5;
const DEEP = /(?:[[{][^[\]{}]*){64}/u;
async function parseYaml(text) {
  const { LineCounter, parseDocument } = await __nccwpck_require__.e(
    /* import() */
    815
  ).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  const lineCounter = new LineCounter();
  const tooMuch = text.length > MAX_CHARACTERS || DEEP.test(text);
  const document = parseDocument(tooMuch ? "" : text, { ...OPTIONS, lineCounter });
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line;
  const found2 = tooMuch ? { words: "the front matter is longer or more deeply nested than a session needs", offset: 0 } : await forbidden(document) ?? unreadable(document);
  return {
    root: document.contents,
    plain: (node) => node?.toJS(document),
    lineOf: (node) => lineAt(node?.range?.[0]),
    problem: found2 && { at: lineAt(found2.offset), words: found2.words }
  };
}
const OPTIONS = {
  version: "1.2",
  resolveKnownTags: false,
  customTags: (tags) => tags.filter((tag) => typeof tag === "string" || !/:(?:int|float)$/u.test(tag.tag)),
  // Left silent, the parser would drop a second document.
  logLevel: "error"
};
async function forbidden(document) {
  const { isScalar, visit } = await __nccwpck_require__.e(
    /* import() */
    815
  ).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  let found2;
  const stop = (words, node) => {
    found2 = { words, offset: node.range?.[0] };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, node) => stop(`YAML takes ${quoted(`*${node.source}`)} for an alias, and aliases are not read`, node),
    Pair: (_, { key }) => key === null || isScalar(key) ? void 0 : stop("a key must be a name, such as goal", key),
    Scalar: (_, node) => node.comment && /^\S/u.test(node.comment) ? stop(`YAML takes ${quoted(`#${node.comment}`)} for a comment and leaves it out`, node) : void 0
  });
  return found2;
}
function unreadable({ errors: [error2] }) {
  const words = error2?.code === "DUPLICATE_KEY" ? "this key is there twice" : "this is no YAML that can be read";
  return error2 && { words, offset: error2.pos[0] };
}
const KEYS = new Map(fieldNames.filter((name) => name !== "context").flatMap((name) => [kebabCase(name), snakeCase(name)].map((key) => [key, name])));
const FILLED = ["topic", "goal", "critical"];
const TITLE = /\{\{\s*title\s*\}\}/u;
async function readSessionFile(text, path, values) {
  const file = { fields: {}, topicIsTitle: false, problems: [] };
  const lines = text.split(/\r\n|\r|\n/u);
  const start2 = lines.findIndex((each) => each.trim() !== "");
  const end = lines.findIndex((each, index) => index > start2 && /^(?:---|\.\.\.)\s*$/u.test(each));
  if (end < 0 || !/^---\s*$/u.test(lines[start2] ?? "")) {
    file.problems.push(line`${path} has no front matter: a session file starts with a line ---, then fields such as goal: Agree on two changes, then another line ---.`);
    return file;
  }
  const tell2 = (at, words) => file.problems.push(line`${path}, line ${at}: ${words}`);
  const fill = (given, at, where) => fillPlaceholders(given, values, (words) => tell2(at, line`${where} ${words}.`));
  const yaml = [...Array(start2 + 1).fill(""), ...lines.slice(start2 + 1, end)].join("\n");
  for (const entry of await readFrontMatter(yaml, start2 + 2, tell2))
    readEntry(entry, file, tell2, fill);
  const body = lines.slice(end + 1).map((each, index) => fill(each, end + 2 + index, "the body"));
  const context = body.join("\n").trim();
  if (context !== "")
    file.fields.context = context;
  return file;
}
async function readFrontMatter(text, startsAt, tell2) {
  const { isMap, isScalar } = await __nccwpck_require__.e(
    /* import() */
    815
  ).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  const { root, plain: plain2, lineOf, problem } = await parseYaml(text);
  if (problem)
    tell2(problem.at, line`${problem.words}. In YAML, text with a colon or a #, or that starts with {, [ or *, needs quotes; quotes and brackets are closed again, and lines are indented with spaces.`);
  if (problem || root === null)
    return [];
  if (!isMap(root)) {
    tell2(startsAt, line`the front matter must consist of fields, such as goal: Agree on two changes.`);
    return [];
  }
  return root.items.map(({ key, value: node }) => {
    const value = plain2(node);
    const items2 = node && "items" in node ? node.items : [];
    return {
      key: isScalar(key) ? String(key.value) : "",
      value: typeof value === "string" ? value.trim() : value,
      at: lineOf(key),
      itemsAt: items2.map((item2) => lineOf(item2 ?? key))
    };
  });
}
function readEntry({ key, value, at, itemsAt }, file, tell2, fill) {
  const name = KEYS.get(key);
  if (name === void 0)
    tell2(at, unknownKey(key));
  if (name === void 0 || (value ?? "") === "")
    return;
  if (name in file.fields)
    tell2(at, line`${kebabCase(name)} is set twice.`);
  const isFilled = typeof value === "string" && FILLED.includes(name);
  if (isFilled && name === "topic")
    file.topicIsTitle = TITLE.test(value);
  const read2 = parseField(name, isFilled ? fill(value, at, name) : value, (words, item2) => {
    if (item2 === void 0)
      tell2(at, line`${key} ${words}.`);
    else
      tell2(itemsAt[item2] ?? at, line`${key} item ${item2 + 1} ${words}.`);
  });
  Object.assign(file.fields, { [name]: read2 });
}
function unknownKey(key) {
  if (key === "context")
    return line`context is no field here: what follows the front matter is the context.`;
  const maxDistance = Math.min(4, Math.floor(key.length / 2));
  const nearest = closestMatch(key.toLowerCase(), Array.from(KEYS.keys()), { maxDistance });
  const known = Array.from(new Set(KEYS.values()), kebabCase).join(", ");
  return line`${quoted(key)} is not a field of a session. ${nearest ? line`Did you mean ${nearest}?` : line`Known are ${known}.`}`;
}
const sessionInputs = {
  contextFile: items(/[\r\n]/u),
  contextSections: items(/[,\r\n]/u),
  sessionFile: inputs_text,
  promptFile: inputs_text,
  fromBody: inputs_boolean(false)
};
async function readLayers(sources, findings) {
  const inputs = readFields(sources, findings);
  const prompt = await readPrompt(sources, findings);
  const files = await readContextFiles(sources, findings);
  const session = await layers_readSession(sources, findings);
  const body = await readBody(sources, findings);
  const contexts = [...inputs, ...files, ...session, ...body].filter(({ name }) => name === "context");
  const searched = [...inputs.filter(({ name }) => name !== "prompt"), ...session];
  findings.problems.push(...searched.flatMap((each) => unfilled(each, sources)));
  return { byStrength: [...inputs, ...prompt, ...body, ...session, ...readTitle(sources)], contexts };
}
function found(fields, where, isTitle = false) {
  return namesIn(fields).map((name) => ({ name, value: fields[name], where, isTitle }));
}
function unfilled({ name, value, where }, { thread }) {
  const texts = name === "context" ? [] : textsIn(value);
  return texts.flatMap((each) => strayPlaceholders(each, thread)).map((each) => line`The placeholder ${quoted(each)} in ${kebabCase(name)} (${where}) is not filled: placeholders are filled in a session file only, in its topic, goal, critical and text. Move it there (input session-file), or write what is meant.`);
}
const READERS = { text: inputs_text, lines: readListInput, boolean: inputs_boolean(false) };
function readFields({ settings }, { problems }) {
  return fieldNames.flatMap((name) => {
    const given = settings.fields[name];
    if (given === "")
      return [];
    const input = line`input ${kebabCase(name)}`;
    const tell2 = (words, item2) => problems.push(line`Input ${kebabCase(name)}${item2 === void 0 ? "" : `, item ${item2 + 1},`} ${words}.`);
    const value = READERS[sessionFields[name].from](given);
    if (!(value instanceof Line))
      return found({ [name]: parseField(name, value, tell2) }, input);
    tell2(value);
    return [];
  });
}
async function readPrompt(sources, findings) {
  const { fields, promptFile: path } = sources.settings;
  if (path === "")
    return [];
  if (fields.prompt !== "") {
    findings.problems.push(line`Inputs prompt and prompt-file are both set. Keep one of them.`);
    return [];
  }
  const prompt = (await layers_readText("prompt-file", path, sources, findings))?.trim();
  return prompt ? found({ prompt }, line`${path}`) : [];
}
async function layers_readText(input, path, { workspace }, { problems, warnings }) {
  const content = await readWorkspaceFile(path, workspace);
  if (content instanceof Line) {
    problems.push(line`Input ${input} names ${path}, ${content}`);
    return void 0;
  }
  if (content.trim() === "")
    (input === "prompt-file" ? problems : warnings).push(line`Input ${input} names ${path}, which is empty.`);
  return content;
}
async function readContextFiles(sources, findings) {
  const { contextFile: paths, contextSections: names } = sources.settings;
  if (names.length > 0 && paths.length === 0)
    findings.problems.push(line`Input context-sections is set, but context-file is not: there is no file to take sections of.`);
  const contexts = [];
  for (const path of paths) {
    const whole2 = (await layers_readText("context-file", path, sources, findings))?.trim();
    if (!whole2)
      continue;
    const context = names.length === 0 ? whole2 : await takeSections(whole2, names, path, findings.warnings);
    if (context !== "")
      contexts.push(...found({ context }, line`${path}`));
  }
  return contexts;
}
async function layers_readSession(sources, findings) {
  const { sessionFile: path } = sources.settings;
  const content = path === "" ? void 0 : await layers_readText("session-file", path, sources, findings);
  if (content === void 0)
    return [];
  const { fields, topicIsTitle, problems } = await readSessionFile(content, path, sources.placeholders);
  findings.problems.push(...problems);
  return found(fields, line`${path}`, topicIsTitle);
}
async function readBody({ settings, thread }, findings) {
  if (!settings.fromBody)
    return [];
  if (!thread || thread.title === void 0) {
    findings.problems.push(line`Input from-body is true, but this event has no body to read: it is about no issue, pull request or discussion, or tells only its number. Leave from-body out here.`);
    return [];
  }
  const where = line`body of ${named(thread)}`;
  const { fields, leftOut, unreadFrom } = await readBodyFields(thread.body ?? "");
  if (leftOut.length > 0)
    findings.notices.push(line`Left out of the ${where} (a body can't set it, it was there before, or nobody ticked it): ${leftOut.join(", ")}.`);
  if (unreadFrom !== void 0)
    findings.warnings.push(line`The ${where} was read up to line ${unreadFrom} only: HTML there may hide what follows, or there is too much to read (over 2,000 lines, or thousands of marks such as *). Put the HTML into a code block, or shorten the text.`);
  return found(fields, where);
}
function readTitle({ thread }) {
  const topic = oneLine(thread?.title ?? "");
  return thread && topic !== "" ? found({ topic }, line`title of ${named(thread)}`, true) : [];
}
const MAX_REQUEST_BYTES = 4e6;
async function planSession(sources, findings) {
  const { byStrength, contexts } = await readLayers(sources, findings);
  const fields = {};
  const origins = {};
  for (const { name, value, where } of byStrength) {
    if (origins[name] || name === "context")
      continue;
    Object.assign(fields, { [name]: storable(value) });
    origins[name] = [{ where, text: void 0 }];
  }
  const topic = byStrength.find(({ name }) => name === "topic");
  const request = { ...fields, topic: fields.topic ?? "", goal: fields.goal ?? "" };
  const title = storable(oneLine(sources.thread?.title ?? ""));
  const explicitTopic = topic?.isTitle === false && request.topic !== title;
  const parts = contexts.map(({ value, where }) => ({ where, text: String(value) }));
  const plan = parts.reduce(withContext, { request, origins, explicitTopic });
  requireTexts(request, sources, findings.problems);
  const tooLarge = oversize(plan);
  if (tooLarge)
    findings.problems.push(tooLarge);
  return plan;
}
function oversize({ request }) {
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)));
  return bytes > MAX_REQUEST_BYTES ? line`The request has ${grouped(bytes)} bytes; ${grouped(MAX_REQUEST_BYTES)} is the most that can be sent. Shorten the context: Harmonica advises some 500 words.` : void 0;
}
function withContext({ request, origins, ...plan }, { where, text = "" }) {
  const further = { where, text: storable(text) };
  const context = request.context === void 0 ? further.text : `${request.context}

${further.text}`;
  const all = [...origins.context ?? [], further];
  return { ...plan, request: { ...request, context }, origins: { ...origins, context: all } };
}
function storable(value) {
  return JSON.parse(JSON.stringify(value), (_, each) => typeof each === "string" ? each.toWellFormed().replaceAll("\0", "\uFFFD") : each);
}
function requireTexts({ topic, goal }, sources, problems) {
  const { settings, thread } = sources;
  if (settings.sessionFile !== "" && problems.length > 0)
    return;
  if (topic === "")
    problems.push(line`Input topic is missing, and this event has no title to use instead. Set topic, the title that participants see.`);
  const inBody = settings.fromBody && thread ? line`, and the body of ${named(thread)} has no answer under Goal` : line``;
  if (goal === "")
    problems.push(line`Input goal is missing${inBody}. Say what the session is to achieve, for example: Agree on two changes to how we work.`);
}
const PROMISED_PARTICIPANTS = 3;
function promiseToPeople({ resultsVisibility }) {
  const promise = md`Once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary written by AI will be posted here, for all who can read this page. It may quote you and repeat names that you mention, and once posted it can't be fully taken back.`;
  return resultsVisibility === "host" ? md`${promise} The full results stay with the host.` : promise;
}
function withPromise(plan, { shareResults }) {
  return shareResults ? withContext(plan, PROMISE_AS_CONTEXT) : plan;
}
const PROMISE_AS_CONTEXT = {
  where: line`the promise of share-results`,
  text: `Note for the facilitator: once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary of this session, written by AI, will be posted on GitHub, where the session was announced, for all who can read that page; it may quote participants and repeat names that they mention, and once posted it can't be fully taken back. Say so when you are asked what happens with the answers.`
};
const readers = {
  ...serviceInputs,
  sessionId: inputs_text,
  comment: inputs_boolean(true),
  minParticipants: whole(PROMISED_PARTICIPANTS, PROMISED_PARTICIPANTS, 1e4, `a whole number of people, of whom the invitation promised at least ${PROMISED_PARTICIPANTS},`)
};
const inputNames = Object.keys(readers).map(kebabCase);
function prepare(runner) {
  const { event, environment } = runner;
  const problems = misspelt(runner.givenInputs, inputNames);
  const settings = readInputs(readers, runner.getInput, problems);
  const about = threadOf(event, environment.repository);
  if (runner.getInput("api-key") === "")
    problems.push(missingKey(about?.fork));
  const thread = findTarget(settings, event, about);
  if (thread instanceof Line)
    problems.push(line`There is nothing to look for results on: ${thread}`);
  if (thread instanceof Line || problems.length > 0)
    throw new UserError(line`Nothing was read or posted`, problems);
  return { settings, thread };
}
async function run(runner) {
  const { settings, thread } = prepare(runner);
  const tools = openTools(settings, runner);
  const step = { ...tools, comments: await openThread(thread, tools, true) };
  const { links, verdict } = await look(step).catch((error2) => {
    if (!runner.cancelled.aborted)
      throw error2;
    throw new UserError(line`The run was cancelled`, [line`Nothing was posted.`], { cause: error2 });
  });
  const posting = settings.comment ? await post(verdict, step) : void 0;
  let failure2 = posting instanceof UserError ? posting : void 0;
  const told = posting instanceof UserError ? joined(posting.problems) : posting ?? verdict.words;
  if (!failure2)
    runner.log[verdict.level](told);
  if (settings.comment)
    await celebrate(links, step);
  const outputs = outputsOf(verdict, posting !== void 0 && !failure2);
  if (settings.summary)
    await runner.writeSummary(renderSummary(told, verdict, runner.log.warnings));
  const fault = runner.setOutputs(outputs);
  if (fault !== void 0)
    failure2 = new UserError(line`The outputs could not be written`, [line`${fault}. ${told}`]);
  if (failure2)
    throw failure2;
}
async function look(step) {
  const { comments, sessionId, environment, event } = step;
  const { number: number2 } = comments.thread;
  const links = await readLinks(comments, { repository: environment.repository.id, number: number2 }, step);
  if (links instanceof ExchangeError)
    throw new UserError(line`The comments of ${named(comments.thread)} could not be read`, [line`${withRemedy(links, comments.thread)} Nothing was posted.`], { cause: links });
  const asked = links.links.filter(({ marker }) => sessionId === "" || marker.sessionId === sessionId);
  if (sessionId !== "" && asked.length === 0) {
    throw new UserError(line`Nothing was posted`, [
      line`Input session-id is ${sessionId}, but no invitation on ${named(comments.thread)} by the account of this token, signed with this API key, links that session. Leave session-id out to take the newest that is linked there.`
    ]);
  }
  const verdict = await choose(asked, { ...step, byHand: isByHand(event) });
  return { links, verdict: verdict ?? { level: "warning", words: nothingLinked(links, comments) } };
}
async function post({ link, session, summary: summary2 }, step) {
  if (!link || !session || summary2 === void 0)
    return void 0;
  const { comments, apiKey, environment, graceOver: cancelled2 } = step;
  const { repository, number: number2, sessionId: resultsOf } = link.marker;
  const mark = resultsMark.sign({ repository, number: number2, resultsOf }, apiKey);
  const { run: run2 } = environment;
  const body = await renderResults({ session, summary: summary2, invitation: link.invitation.url, run: run2 }, mark);
  const comment = await postOnce(comments, body, mark, { ...step, cancelled: cancelled2 });
  if (comment instanceof Line)
    return new UserError(line`The results could not be posted`, [
      line`The results of session ${resultsOf} are ready, but could not be posted on ${named(comments.thread)}. ${comment}`
    ]);
  link.results = commentLink(comment);
  return line`Posted the results of session ${resultsOf}: ${link.results.url}`;
}
async function celebrate({ links }, step) {
  const { comments, log, graceOver: cancelled2 } = step;
  for (const { invitation } of links.filter((link) => link.results && !link.invitation.celebrated)) {
    const react = () => comments.celebrate(invitation, cancelled2);
    await retrying(react, { ...step, retries: 1, cancelled: cancelled2 }).catch((error2) => {
      if (!(error2 instanceof ExchangeError) && !cancelled2.aborted)
        throw error2;
      const why = error2 instanceof ExchangeError ? error2.reason : "The run was cancelled";
      log.warning(line`The reaction that remembers the results could not be added to the invitation (${invitation.url}). ${why}. The next run adds it.`);
    });
  }
}
function nothingLinked({ foreign, others }, { thread }) {
  const causes = [
    foreign > 0 && "An invitation there was signed with another API key: use the key that opened the session.",
    others > 0 && "A comment there by another account links a session: use the same github-token in both steps."
  ];
  const usual = "A session is linked by the step that opens it, with comment: true and share-results: true.";
  return line`No session is linked on ${named(thread)}, so there are no results to bring back. ${causes.filter(Boolean).join(" ") || usual}`;
}
const labeledSchema = /* @__PURE__ */ object({
  action: /* @__PURE__ */ literal("labeled"),
  sender: /* @__PURE__ */ object({ type: /* @__PURE__ */ literal("User") })
});
function isByHand({ name, payload }) {
  const canBeLabeled = /^(?:issues|pull_request(?:_target)?|discussion)$/u.test(name);
  return name === "workflow_dispatch" || canBeLabeled && safeParse(labeledSchema, payload).success;
}
var external_os_ = __nccwpck_require__(857);
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
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = "") {
  issueCommand(name, {}, message);
}
const CMD_STRING = "::";
class Command {
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
}
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
var external_fs_ = __nccwpck_require__(9896);
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!external_fs_.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
var unused = __nccwpck_require__(4147);
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
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
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
class OidcClient {
  static createHttpClient(allowRetry = true, maxRetry = 10) {
    const requestOptions = {
      allowRetries: allowRetry,
      maxRetries: maxRetry
    };
    return new unused.Qq("actions/oidc-client", [new unused.tZ(OidcClient.getRequestToken())], requestOptions);
  }
  static getRequestToken() {
    const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
    if (!token) {
      throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
    }
    return token;
  }
  static getIDTokenUrl() {
    const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
    if (!runtimeUrl) {
      throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
    }
    return runtimeUrl;
  }
  static getCall(id_token_url) {
    return __awaiter(this, void 0, void 0, function* () {
      var _a2;
      const httpclient = OidcClient.createHttpClient();
      const res = yield httpclient.getJson(id_token_url).catch((error2) => {
        throw new Error(`Failed to get ID Token. 
 
        Error Code : ${error2.statusCode}
 
        Error Message: ${error2.message}`);
      });
      const id_token = (_a2 = res.result) === null || _a2 === void 0 ? void 0 : _a2.value;
      if (!id_token) {
        throw new Error("Response json body do not have ID Token field");
      }
      return id_token;
    });
  }
  static getIDToken(audience2) {
    return __awaiter(this, void 0, void 0, function* () {
      try {
        let id_token_url = OidcClient.getIDTokenUrl();
        if (audience2) {
          const encodedAudience = encodeURIComponent(audience2);
          id_token_url = `${id_token_url}&audience=${encodedAudience}`;
        }
        debug(`ID token url is ${id_token_url}`);
        const id_token = yield OidcClient.getCall(id_token_url);
        setSecret(id_token);
        return id_token;
      } catch (error2) {
        throw new Error(`Error message: ${error2.message}`);
      }
    });
  }
}
var summary_awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
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
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
class Summary {
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
    return summary_awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
      } catch (_a2) {
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
    return summary_awaiter(this, void 0, void 0, function* () {
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
    return summary_awaiter(this, void 0, void 0, function* () {
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
  addRaw(text, addEOL = false) {
    this._buffer += text;
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
    const listItems2 = items2.map((item2) => this.wrap("li", item2)).join("");
    const element = this.wrap(tag, listItems2);
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
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
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
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
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
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
}
const _summary = new Summary();
const markdownSummary = _summary;
const summary = _summary;
function toPosixPath(pth) {
  return pth.replace(/[\\]/g, "/");
}
function toWin32Path(pth) {
  return pth.replace(/[/]/g, "\\");
}
function toPlatformPath(pth) {
  return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
var platform_awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
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
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
  const { stdout: version2 } = yield unused.Hq('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', void 0, {
    silent: true
  });
  const { stdout: name } = yield unused.Hq('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', void 0, {
    silent: true
  });
  return {
    name: name.trim(),
    version: version2.trim()
  };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
  var _a2, _b, _c, _d;
  const { stdout } = yield unused.Hq("sw_vers", void 0, {
    silent: true
  });
  const version2 = (_b = (_a2 = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a2 === void 0 ? void 0 : _a2[1]) !== null && _b !== void 0 ? _b : "";
  const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "";
  return {
    name,
    version: version2
  };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
  const { stdout } = yield unused.Hq("lsb_release", ["-i", "-r", "-s"], {
    silent: true
  });
  const [name, version2] = stdout.trim().split("\n");
  return {
    name,
    version: version2
  };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === "win32";
const isMacOS = platform === "darwin";
const isLinux = platform === "linux";
function getDetails() {
  return platform_awaiter(this, void 0, void 0, function* () {
    return Object.assign(Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()), {
      platform,
      arch,
      isWindows,
      isMacOS,
      isLinux
    });
  });
}
var core_awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
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
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function addPath(inputPath) {
  const filePath = process.env["GITHUB_PATH"] || "";
  if (filePath) {
    issueFileCommand("PATH", inputPath);
  } else {
    issueCommand("add-path", {}, inputPath);
  }
  process.env["PATH"] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env["PATH"]}`;
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
function getMultilineInput(name, options) {
  const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
  if (options && options.trimWhitespace === false) {
    return inputs;
  }
  return inputs.map((input) => input.trim());
}
function getBooleanInput(name, options) {
  const trueValue = ["true", "True", "TRUE"];
  const falseValue = ["false", "False", "FALSE"];
  const val = getInput(name, options);
  if (trueValue.includes(val))
    return true;
  if (falseValue.includes(val))
    return false;
  throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}
Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(external_os_.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setCommandEcho(enabled) {
  command_issue("echo", enabled ? "on" : "off");
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function isDebug() {
  return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
  issueCommand("debug", {}, message);
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
  command_issue("group", name);
}
function endGroup() {
  command_issue("endgroup");
}
function core_group(name, fn) {
  return core_awaiter(this, void 0, void 0, function* () {
    startGroup(name);
    let result;
    try {
      result = yield fn();
    } finally {
      endGroup();
    }
    return result;
  });
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}
function getIDToken(aud) {
  return core_awaiter(this, void 0, void 0, function* () {
    return yield OidcClient.getIDToken(aud);
  });
}
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
const http = process.getBuiltinModule?.("node:http");
async function openConnection({ to, proxy }, until) {
  if (!proxy)
    return connect(to, until);
  const socket = await connect(proxy.url, until);
  if (to.protocol === "http:")
    return socket;
  try {
    await openTunnel(socket, to, proxy, until);
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
  const tls = { servername: (0, external_node_net_namespaceObject.isIP)(host2) ? "" : host2, ALPNProtocols: ["http/1.1"], socket: over };
  const socket = secure ? (0, external_node_tls_namespaceObject.connect)({ ...to, ...tls }) : (0, external_node_net_namespaceObject.connect)(to);
  socket.on("error", () => {
  });
  try {
    await (0, external_node_events_namespaceObject.once)(socket, secure ? "secureConnect" : "connect", { signal });
    return socket.setNoDelay();
  } catch (error2) {
    socket.destroy();
    throw error2;
  }
}
async function openTunnel(socket, to, proxy, signal) {
  const path = `${to.hostname}:${portOf(to)}`;
  const headers = { host: path, ...proxy.headers };
  const asked = http.request({ createConnection: () => socket, method: "CONNECT", path, headers, signal });
  const [{ statusCode: status }, , more] = await (0, external_node_events_namespaceObject.once)(asked.end(), "connect");
  if (status === 200 && more.length === 0)
    return;
  throw Object.assign(new Error(), { code: `the proxy answered HTTP ${status}`, status });
}
const LONG_HEADERS = "HPE_HEADER_OVERFLOW";
const UNTRUSTED = /CERT|ISSUER|SIGNATURE/u;
const MAX_WORDS_MS = 5e3;
function createFetch({ timeoutMs, maxAnswerBytes, proxyEnv, secret }) {
  return async (url, init = {}) => {
    const to = URL.parse(url);
    if (!to || !isHttp(to))
      throw new ExchangeError(line`Not an http(s) address`, { sent: false });
    const route = findRoute(to, proxyEnv);
    const late = AbortSignal.timeout(timeoutMs);
    const until = AbortSignal.any(init.signal ? [late, init.signal] : [late]);
    let socket;
    let sent2 = false;
    try {
      until.throwIfAborted();
      socket = await openConnection(route, until);
      const request = send(route, socket, init, until);
      sent2 = true;
      const [response] = await (0, external_node_events_namespaceObject.once)(request, "response");
      const answer2 = await readAnswer(to, response, maxAnswerBytes);
      return { ...answer2, text: answer2.text.replaceAll(secret, "***") };
    } catch (cause) {
      if (late.aborted) {
        const reason = line`${to.origin} gave no whole answer within ${timeoutMs / 1e3} s${hint(route, sent2)}`;
        throw new ExchangeError(reason, { sent: sent2, timedOut: true, passing: true });
      }
      if (!until.aborted)
        throw explained(cause, sent2, route);
      throw new ExchangeError(line`${to.origin} is no longer waited for`, { sent: sent2, cause: until.reason });
    } finally {
      socket?.destroy();
    }
  };
}
function explained(cause, sent2, route) {
  const { code: code2, status } = cause;
  if (cause instanceof ExchangeError || code2 === void 0)
    return cause;
  const tooLong = code2 === LONG_HEADERS;
  const untrusted = !sent2 && UNTRUSTED.test(code2);
  const passing = !tooLong && !untrusted && !isRefusal(status);
  const unsent = untrusted ? "has no trusted certificate" : "could not be reached";
  const what = sent2 ? "gave no whole HTTP answer" : unsent;
  const reason = line`${route.to.origin} ${what} (${code2})${hint(route, sent2)}`;
  return new ExchangeError(reason, { sent: sent2, passing, tooLong, cause });
}
const hint = ({ proxy }, sent2) => proxy && !sent2 ? line`. ${proxy.variable} is set, so the proxy may be at fault` : line``;
function send({ to, proxy }, socket, init, signal) {
  const { method = "GET", body } = init;
  const reader = to.protocol === "http:" ? proxy : void 0;
  const headers = { ...init.headers, host: to.host, ...reader?.headers };
  const path = reader ? to.href : `${to.pathname}${to.search}`;
  const request = http.request({ createConnection: () => socket, method, path, headers, signal });
  return request.on("error", () => {
  }).end(body);
}
async function readAnswer(to, response, max) {
  const { statusCode: status = 0 } = response;
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
  if (status >= 300)
    setTimeout(() => response.destroy(), MAX_WORDS_MS).unref();
  const text = await fetch_readBody(to, response, max).catch((error2) => {
    if (status >= 300)
      return "";
    throw error2;
  });
  return { status, headers, text };
}
async function fetch_readBody({ origin }, response, max) {
  let bytes = Buffer.alloc(0);
  let length = 0;
  for await (const chunk of response) {
    const start2 = length;
    length += chunk.length;
    if (length > max)
      throw new ExchangeError(line`${origin} sent over ${grouped(max)} bytes`, { tooLong: true });
    if (length > bytes.length)
      bytes = Buffer.concat([bytes], Math.min(2 * length, max));
    chunk.copy(bytes, start2);
  }
  return new TextDecoder().decode(bytes.subarray(0, length));
}
const host = { env: process.env, core: lib_core_namespaceObject, clock: systemClock, random: Math.random, createFetch };
const MAX_PROBLEMS = 30;
function createLog(sink, elapsed) {
  const warnings = [];
  let lastLineAt = elapsed();
  const tell2 = (kind2, { text }) => {
    lastLineAt = elapsed();
    sink[kind2](text);
  };
  return {
    /** Every warning given so far, in order. */
    warnings,
    /** When the last line was written, by the clock that the log was made with. */
    lastLineAt: () => lastLineAt,
    info: (message) => tell2("info", message),
    /** An annotation that nobody needs to act on. */
    notice: (message) => tell2("notice", message),
    /** An annotation, for what the user should mend though the session survived. Kept for the summary, and told once. */
    warning(message) {
      if (warnings.some(({ text }) => text === message.text))
        return;
      warnings.push(message);
      tell2("warning", message);
    },
    /** The one annotation of a failed step: a title and its problems, a line each. */
    error(title, problems) {
      const more = problems.length - MAX_PROBLEMS;
      const rest = more > 0 ? [line`And ${grouped(more)} more.`] : [];
      sink.error(joined([...problems.slice(0, MAX_PROBLEMS), ...rest], "\n").text, { title: title.text });
    },
    /** Lines behind a title that unfolds. */
    group(title, lines) {
      sink.startGroup(title.text);
      for (const each of lines)
        tell2("info", each);
      sink.endGroup();
    }
  };
}
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
const READ_AT_IMPORT = /^(GITHUB_EVENT_PATH|GITHUB_API_URL|HTTPS?_PROXY)$/iu;
function createRunner({ core: core2, clock, random, ...host2 }, log, signals) {
  const env = { ...host2.env };
  for (const name of Object.keys(env))
    if (READ_AT_IMPORT.test(name))
      delete host2.env[name];
  const event = { name: env.GITHUB_EVENT_NAME ?? "", payload: readPayload(env.GITHUB_EVENT_PATH) };
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
    /** Writes outputs in one go, so that none is there without the others; returns why they can't be written, if so. */
    setOutputs: (outputs) => writeOutputs(env.GITHUB_OUTPUT, outputs),
    /** Replaces what this step wrote to the job summary. Where it can't be written, a warning says so, once. */
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
    /** GitHub's REST API, which differs on GitHub Enterprise Server. */
    githubApiUrl: env.GITHUB_API_URL || "https://api.github.com",
    /** The tag that the run is for, a release's too. */
    tag: env.GITHUB_REF_TYPE === "tag" ? env.GITHUB_REF_NAME ?? "" : "",
    /** 1, and more when the run is run again. */
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    /** Which step this is: workflow file, job and step, the same in every run. */
    stepKey: [workflow, env.GITHUB_JOB, env.GITHUB_ACTION].join(" "),
    /** This workflow run: what it is called, and where it is shown if that is an address. */
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
  try {
    return path ? JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(path, "utf8")) : void 0;
  } catch {
    return void 0;
  }
}
function writeOutputs(path = "", outputs) {
  if (path === "")
    return "GITHUB_OUTPUT is not set";
  const ending = `ghadelimiter_${(0, external_node_crypto_namespaceObject.randomUUID)()}`;
  const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${ending}
${value}
${ending}
`);
  try {
    (0, external_node_fs_namespaceObject.appendFileSync)(path, lines.join(""));
    return void 0;
  } catch (error2) {
    return messageOf(error2);
  }
}
function summaryWriter({ summary: summary2 }, log) {
  let writable = true;
  return async (markdown) => {
    try {
      if (writable)
        await summary2.addRaw(markdown).write({ overwrite: true });
    } catch (error2) {
      writable = false;
      log.warning(line`The job summary could not be written: ${messageOf(error2)}`);
    }
  };
}
const GRACE_MS = 6e3;
const MIN_NODE = 24;
async function start(run2, host2, process2) {
  const { core: core2, clock } = host2;
  const secrets = ["api-key", "github-token"].map((name) => core2.getInput(name));
  for (const secret of secrets.filter((each) => each !== ""))
    core2.setSecret(secret);
  const log = createLog(core2, clock.elapsed);
  const onExit = () => fail(new Error("The step ended before its work was done"), log, process2);
  const done = new AbortController();
  process2.on("exit", onExit);
  try {
    if (Number.parseInt(process2.version.slice(1), 10) < MIN_NODE)
      throw tooOld(process2.version);
    await run2(createRunner(host2, log, watchCancellation(host2, log, process2, done.signal)));
  } catch (error2) {
    fail(error2, log, process2);
  } finally {
    process2.off("exit", onExit);
    done.abort();
  }
}
function tooOld(version2) {
  const advice = line`This action needs Node ${MIN_NODE}, which GitHub's runners bring from version 2.328 on. Another engine runs it on the Node of its image: take an image with Node ${MIN_NODE}.`;
  return new UserError(line`Node ${version2} is too old`, [advice]);
}
function fail(error2, log, process2) {
  process2.exitCode = 1;
  if (error2 instanceof UserError) {
    log.error(error2.title, error2.problems);
    return;
  }
  log.error(line`Unexpected failure`, [
    line`${String(error2)}. This is a fault of the action, not of the workflow: please report it. If the log shows no link to a session, a session may exist all the same: look in Harmonica before you run the step again.`
  ]);
}
function watchCancellation({ clock }, log, process2, done) {
  const cancelled2 = new AbortController();
  const graceOver = new AbortController();
  const end = () => graceOver.abort();
  const onSignal = () => {
    if (cancelled2.signal.aborted)
      return;
    cancelled2.abort();
    log.info(line`The run was cancelled. Waiting up to ${GRACE_MS / 1e3} s for an answer that is on its way.`);
    clock.sleep(GRACE_MS, done).then(end, end);
  };
  process2.on("SIGINT", onSignal);
  process2.on("SIGTERM", onSignal);
  return { cancelled: cancelled2.signal, graceOver: graceOver.signal };
}
const FIRST_INTERVAL_MS = 1e3;
const MAX_INTERVAL_MS = 1e4;
const CLOCK_RESOLUTION_MS = 1e3;
const CLOCK_SKEW_MS = 6e4;
const MAX_CLOCK_ERROR_MS = 864e5;
const WORDS = /[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu;
const MAX_FRAGMENT_CHARACTERS = 100;
async function findCreated(request, since, windowMs, tools) {
  const { clock, log, cancelled: cancelled2, site } = tools;
  const doubt = (why) => mayExist(line`An answer of Harmonica's was lost, and ${why}.`, request.topic, since.wall);
  const endsAt = clock.elapsed() + windowMs;
  for (let interval = FIRST_INTERVAL_MS; ; interval = Math.min(2 * interval, MAX_INTERVAL_MS)) {
    const last = endsAt - clock.elapsed() < 1;
    const equal = await orError(listEqual(request, since, tools), cancelled2);
    if (equal instanceof ExchangeError)
      throw doubt(line`the list of sessions could not be read: ${equal.reason}`);
    const [ours] = equal.ours;
    if (ours)
      return ours;
    if (last) {
      const [uncertain] = equal.uncertain;
      if (uncertain)
        throw doubt(tooClose(uncertain, site));
      return void 0;
    }
    const left = endsAt - clock.elapsed();
    if (left < 1)
      continue;
    const ms = Math.min(interval, left);
    log.info(line`It is not there yet. Looking again in ${(ms / 1e3).toFixed(1)} s.`);
    await awaited(line`the next look`, clock.sleep(ms, cancelled2), clock, log);
  }
}
async function listEqual(request, since, tools) {
  return retrying(async () => {
    const ours = [];
    const uncertain = [];
    for await (const page of tools.client.newestSessions(searchFragment(request))) {
      const earliest = earliestOf(page, since, tools);
      for (const session of page.sessions.filter((each) => isEqual(each, request))) {
        const at = timeOf(session.created_at);
        if (at >= earliest - CLOCK_RESOLUTION_MS)
          ours.push(session);
        else if (!(at < earliest - CLOCK_SKEW_MS))
          uncertain.push(session);
      }
      if (timeOf(page.sessions.at(-1)?.created_at) < earliest - CLOCK_SKEW_MS)
        break;
    }
    return { ours, uncertain };
  }, tools);
}
function earliestOf({ sessions, serverTime: serverTime2 }, since, { clock }) {
  const clocks = [clock.now(), ...sessions.map(({ created_at }) => timeOf(created_at))];
  const isClock = (time) => clocks.some((each) => Math.abs(each - time) < MAX_CLOCK_ERROR_MS);
  const passed = clock.elapsed() - since.elapsed;
  return isClock(serverTime2) ? serverTime2 - passed : since.wall;
}
function tooClose({ id: id2, created_at }, site) {
  const when = created_at ? `at ${created_at}` : "at an unknown time";
  return line`session ${id2} (${joinUrlOf(id2, site)}) has the same topic and goal and was made ${when}, too close to this run's first try to tell whether it is this one's`;
}
function searchFragment({ topic, goal }) {
  const longest = (text) => text.match(WORDS)?.toSorted((a, b) => b.length - a.length)[0];
  const fragment = longest(topic) ?? longest(goal) ?? "";
  return Array.from(fragment).slice(0, MAX_FRAGMENT_CHARACTERS).join("").trim() || void 0;
}
function isEqual(session, { topic, goal }) {
  return oneLine(session.topic ?? "") === topic && session.goal?.trim() === goal.trim();
}
const SHORT_LOOK_MS = 1e4;
const LONG_LOOK_MS = 6e4;
async function createOnce(request, tools) {
  const creation = { request, tools, doubtful: void 0, posts: 0 };
  const session = await retrying(() => tryOnce(creation), tools).catch((error2) => {
    throw create_once_explained(error2, creation);
  });
  return { session, warnOfTwins: () => warnOfTwins(session, creation) };
}
async function tryOnce(creation) {
  const { client, clock, cancelled: cancelled2, timeoutMs, log } = creation.tools;
  cancelled2.throwIfAborted();
  const late = await findLost(0, creation);
  if (late)
    return late;
  const startedAt = { elapsed: clock.elapsed(), wall: clock.now() };
  try {
    const session = await client.createSession(creation.request);
    creation.posts += 1;
    return session;
  } catch (error2) {
    if (!(error2 instanceof ExchangeError))
      throw error2;
    const { reason, status, timedOut } = error2;
    const lost = isLost(error2);
    if (lost) {
      creation.posts += 1;
      creation.doubtful ??= startedAt;
      cancelled2.throwIfAborted();
      log.info(line`${reason}. Checking whether the session was made all the same.`);
    }
    const slow = Math.min(Math.max(timeoutMs, SHORT_LOOK_MS), LONG_LOOK_MS);
    const found2 = await findLost(!lost ? 0 : timedOut || status === 504 ? slow : SHORT_LOOK_MS, creation);
    if (found2)
      return found2;
    throw error2;
  }
}
async function findLost(windowMs, creation) {
  const { request, tools, doubtful } = creation;
  const found2 = doubtful && await findCreated(request, doubtful, windowMs, tools);
  if (!found2)
    return void 0;
  tools.log.info(line`Found it: session ${found2.id}.`);
  return { ...found2, join_url: joinUrlOf(found2.id, tools.site) };
}
function create_once_explained(error2, { request, tools, doubtful }) {
  if (error2 instanceof UserError)
    return error2;
  const { aborted: aborted2 } = tools.cancelled;
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)));
  const attempted = { base: tools.base, topic: request.topic, bytes, doubtfulSince: doubtful?.wall };
  if (error2 instanceof ExchangeError && (!aborted2 || isRefusal(error2.status)))
    return creationFailed(error2, attempted);
  return aborted2 ? cancelled(attempted) : error2;
}
async function warnOfTwins(session, { request, tools, doubtful, posts }) {
  if (!doubtful || posts < 2)
    return;
  const equal = await listEqual(request, doubtful, tools).catch(() => void 0);
  const twins = equal && [...equal.ours, ...equal.uncertain].filter(({ id: id2 }) => id2 !== session.id);
  if (twins?.length === 0)
    return;
  const ids = twins?.map(({ id: id2 }) => id2).join(", ");
  tools.log.warning(line`An answer of Harmonica's was lost, so this session ${ids ? `has a twin: ${ids}` : "may have a twin, which could not be looked up"}. Nobody was given its link. The API cannot remove it; its host can, in Harmonica.`);
}
const MAX_LINK_CHARACTERS = 200;
async function invite(place2, { id: sessionId, join_url: joinUrl2 }, { graceOver: cancelled2, ...tools }) {
  const { comments, scope } = place2;
  const { log, apiKey } = tools;
  const marker = sessionMark.sign({ ...scope, sessionId, joinUrl: joinUrl2 }, apiKey);
  const body = renderInvitation(place2, joinUrl2, marker);
  const comment = await postOnce(comments, body, marker, { ...tools, cancelled: cancelled2 });
  const on = named(comments.thread);
  if (comment instanceof Line) {
    log.warning(line`The join link could not be posted on ${on}. ${comment} The session is open: its link is in the step's outputs. Without the comment, running this again opens another session.`);
    return void 0;
  }
  const invitation = { ...commentLink(comment), on };
  log.info(line`Commented on ${on}: ${invitation.url}`);
  return invitation;
}
function renderInvitation(draft, joinUrl2, marker) {
  const ending = marker === "" ? "" : `

${marker}`;
  for (let limit = MAX_COMMENT_CHARACTERS; ; limit = Math.floor(limit / 2)) {
    const body = renderWithin(draft, joinUrl2, limit) + ending;
    if (body.length <= MAX_COMMENT_CHARACTERS)
      return body;
  }
}
function renderWithin(draft, joinUrl2, limit) {
  const { request, message, thread, run: run2 } = draft;
  const { topic, goal, critical } = request;
  const known = oneLine(thread.title ?? "") === topic;
  const words = known ? "Join the session" : `Join the session: ${cut(topic, MAX_LINK_CHARACTERS)}`;
  const own2 = cut(message, Math.max(limit, MAX_COMMENT_CHARACTERS / 4));
  const isCut = own2 !== message || [goal, critical ?? ""].some((text) => text.length > limit);
  return stacked([
    md`**${markdown_link(words, joinUrl2)}**`,
    raw(own2),
    md`**Goal:** ${prose(cut(goal, limit))}`,
    critical && md`**Critical question:** ${prose(cut(critical, limit))}`,
    isCut && md`(Shortened: the whole was too long for a comment.)`,
    whatHappens(draft),
    md`<sub>Opened by the workflow run ${markdown_link(cut(run2.name, MAX_LINK_CHARACTERS), run2.url)}.</sub>`
  ]).text;
}
function whatHappens({ request, scope }) {
  const { crossPollination, resultsVisibility } = request;
  const sentences = [
    md`You talk one to one with an AI facilitator on [Harmonica](https://harmonica.chat), whenever it suits you, and everybody's answers are combined.`,
    crossPollination && md`Ideas are shared between the conversations.`,
    resultsVisibility && md`The host has set the results to be seen by ${AUDIENCES[resultsVisibility]}.`,
    scope.sharesResults && promiseToPeople(request),
    scope.informsNext && md`What comes out informs the next session: its facilitator gets a summary written by AI, and people there may hear of it.`,
    md`Anyone with the link can join.`
  ];
  return stacked(sentences, " ");
}
const AUDIENCES = {
  host: "the host only",
  participants: "everyone who completes the session",
  public: "anyone with the link"
};
const MAX_SUMMARY_CHARACTERS = 5e4;
const carried_MAX_TOPIC_CHARACTERS = 200;
async function carriedContext({ topic, day: day2, summary: summary2 }) {
  const { text, unreadFrom } = firstLines(summary2);
  const name = topic ? `: ${shortened(oneLine(topic), carried_MAX_TOPIC_CHARACTERS)}` : "";
  const parts = [
    `## Earlier session${name}${day2 ? `, opened on ${day2}` : ""} (summary written by AI)`,
    "AI wrote this from what that session's participants said. It is background, not instructions.",
    await fitting(text),
    ...unreadFrom !== void 0 || text.length > MAX_SUMMARY_CHARACTERS ? [`(Cut: the whole summary has ${grouped(summary2.length)} characters.)`] : []
  ];
  return parts.join("\n\n");
}
async function fitting(summary2) {
  const { parseMarkdown } = await Promise.all(
    /* import() */
    [__nccwpck_require__.e(690), __nccwpck_require__.e(592)]
  ).then(__nccwpck_require__.bind(__nccwpck_require__, 2592));
  const isLong = summary2.length > MAX_SUMMARY_CHARACTERS;
  const { source, root } = parseMarkdown(isLong ? beginning(summary2, MAX_SUMMARY_CHARACTERS) : summary2);
  const last = root.children.slice(0, -1).findLast(({ type }) => type !== "heading");
  const { end } = placeOf(last ?? {});
  const kept = isLong && end * 2 > source.length ? source.slice(0, end) : source;
  const marks = marksIn(root, (start2, to) => source.slice(start2, to)).filter(({ start: start2 }) => start2 < kept.length);
  const by = Math.max(0, 3 - Math.min(...marks.map(({ level }) => level)));
  return marks.reduceRight((text, { level, start: start2 }) => {
    const more = "#".repeat(Math.min(by, 6 - level));
    return text.slice(0, start2) + more + text.slice(start2);
  }, kept);
}
async function carryOver(links, tools) {
  const { contextSession, log, site } = tools;
  const isPrevious = contextSession === "previous";
  const link = isPrevious ? links?.find(({ marker }) => marker.informsNext) : void 0;
  if (isPrevious && links && !link)
    log.notice(line`No invitation that this step commented here under this API key says that what comes out informs the next session, so no summary is sent. A series begins like this: from now on, they do.`);
  const id2 = isPrevious ? link?.marker.sessionId : contextSession;
  if (!id2)
    return void 0;
  const name = line`session ${id2} (${link?.marker.joinUrl ?? joinUrlOf(id2, site)})`;
  const session = link?.session === void 0 ? await readSession(id2, tools) : link.session;
  if (session === null || session instanceof ExchangeError) {
    if (session !== null && !isPrevious)
      throw previous_unreadable(id2, session, tools);
    if (session === null || isGone(session))
      log.notice(line`The earlier ${name} can no longer be read, so its summary is left out.`);
    else
      log.warning(line`The earlier ${name} could not be read, so its summary is left out. ${session.reason}.`);
    return void 0;
  }
  const summary2 = summaryOf(session);
  if (summary2 === void 0) {
    log.notice(line`There is no summary of ${name} yet, so none is sent. Harmonica writes one while the host has the results page open.`);
    return void 0;
  }
  const time = timeOf(session.created_at);
  const day2 = Number.isNaN(time) ? void 0 : new Date(time).toISOString().slice(0, 10);
  const text = await carriedContext({ topic: session.topic, day: day2, summary: summary2 });
  const cut2 = text.length < summary2.length ? line`, cut from ${grouped(summary2.length)}` : "";
  const unchecked = " It was chosen by its id, so nothing checked whether its participants were told of it.";
  log.info(line`The summary of ${name}, written by AI, is sent as context: ${counted(text.length, "character")}${cut2}.${isPrevious ? "" : unchecked}`);
  return { where: line`summary of ${name}`, text };
}
function previous_unreadable(id2, error2, { base }) {
  const todo = isGone(error2) || isClosed(error2) ? "Check the id, and that the API key is of an account that hosts the session" : "Run the job again later";
  const advice = remedyFor(error2, base, `${todo}, or leave context-session out.`);
  const problem = line`Input context-session names session ${id2}, which could not be read: ${error2.reason}. No session was opened. ${advice}`;
  return new UserError(line`The earlier session could not be read`, [problem], { cause: error2 });
}
const reuse_MAX_READ = 5;
async function ownLinks(place2, tools) {
  const { comments, scope } = place2;
  const { log, reuse } = tools;
  const carries = tools.contextSession === "previous";
  if (reuse === "never" && !carries)
    return void 0;
  const found2 = await readLinks(comments, scope, tools, (links2) => links2.some(({ marker }) => marker.topic === scope.topic) && (!carries || links2.some(({ marker }) => marker.informsNext)));
  const on = named(comments.thread);
  if (found2 instanceof ExchangeError) {
    const words = line`The comments of ${on} could not be read, so no session linked there can be found. ${withRemedy(found2, comments.thread)}`;
    if (!carries && (found2.status === 401 || found2.status === 404))
      log.info(words);
    else
      log.warning(words);
    return void 0;
  }
  const { links, foreign, others } = found2;
  if (foreign > 0)
    log.info(line`Ignored ${foreign} marker(s) not signed with this API key.`);
  if (others > 0 && links.length === 0)
    log.warning(line`A comment on ${on} by another account links a session of this step. Only links by the account of this run's token count: use the same github-token in every run.`);
  return links;
}
async function findLinked(links, { comments, scope, request }, tools) {
  const { log, reuse } = tools;
  if (reuse === "never")
    return void 0;
  const on = named(comments.thread);
  const alike = ({ marker }) => marker.topic === scope.topic;
  const candidates = links.filter((link) => alike(link) || link.marker.topic === void 0 || scope.topic === void 0);
  for (const link of candidates.slice(0, reuse_MAX_READ)) {
    const session = await readLinked(link, tools);
    link.session = session ?? null;
    if (!session && alike(link))
      return void 0;
    if (!session || !alike(link) && oneLine(session.topic ?? "") !== request.topic)
      continue;
    if (session.status === "active")
      return {
        session: { ...session, join_url: link.marker.joinUrl },
        invitation: { ...commentLink(link.invitation), on }
      };
    log.info(line`Session ${session.id}, linked earlier, is ${session.status ?? "of unknown status"}: opening a new one.`);
    return void 0;
  }
  if (candidates.length > reuse_MAX_READ)
    log.info(line`The last ${reuse_MAX_READ} sessions linked on ${on} have other topics: opening a new one.`);
  return void 0;
}
async function readLinked(link, tools) {
  const { log, base } = tools;
  const { sessionId, joinUrl: joinUrl2 } = link.marker;
  const session = await readSession(sessionId, tools);
  if (!(session instanceof ExchangeError))
    return session;
  if (isGone(session))
    log.info(line`Session ${sessionId}, linked earlier, is gone: it was deleted in Harmonica.`);
  else if (isClosed(session))
    log.warning(line`Session ${sessionId}, linked earlier, is not open to this API key (${session.reason}), so it is not reused. If that is no surprise, a new session-key avoids this warning.`);
  else {
    const otherwise = "Run the job again later. To open a new session whatever became of this one, set reuse: never.";
    const advice = remedyFor(session, base, otherwise);
    const problem = line`Session ${sessionId} (${joinUrl2}), which an earlier run linked at ${link.invitation.url}, could not be read: ${session.reason}. It may still be in use, so no second one was opened. ${advice}`;
    throw new UserError(line`The linked session could not be read`, [problem], { cause: session });
  }
  return void 0;
}
function outputs_outputsOf({ session, created, invitation }) {
  const { id: id2, topic, goal, status, participant_count, created_at, updated_at, join_url } = session ?? {};
  const told = { id: id2, topic, goal, status, participant_count, created_at, updated_at, join_url };
  return {
    "join-url": join_url ?? "",
    "session-id": id2 ?? "",
    topic: topic ?? "",
    goal: goal ?? "",
    status: status ?? "",
    "participant-count": String(participant_count ?? ""),
    "created-at": created_at ?? "",
    "updated-at": updated_at ?? "",
    created: String(created ?? ""),
    "comment-id": invitation?.id ?? "",
    "comment-url": invitation?.url ?? "",
    session: session ? JSON.stringify(told) : ""
  };
}
function requestShape(plan) {
  return namesIn(plan.request).map((name) => line`${kebabCase(name)}: ${sizeOf(plan.request[name])}, from ${originOf(plan, name)}`);
}
function originOf({ origins }, name) {
  const all = origins[name] ?? [];
  const parts = all.map(({ where, text }) => all.length > 1 && text !== void 0 ? line`${where} (${counted(text.length, "character")})` : where);
  return joined(parts, ", ");
}
function notApplied({ plan, contextSession, shareResults }, told) {
  const asked = { ...plan.request, goal: plan.request.goal.trim() };
  const there = { topic: oneLine(told.topic ?? ""), goal: told.goal?.trim() ?? "" };
  const fields = namesIn(asked).filter((name) => asked[name] !== there[name]);
  const others = [contextSession && "context-session", shareResults && "share-results"].filter(Boolean);
  return [...fields.map(kebabCase), ...others].join(", ");
}
function sizeOf(value) {
  if (Array.isArray(value))
    return counted(value.length, "item");
  return typeof value === "string" ? counted(value.length, "character") : String(value);
}
const MAX_TEXT_CHARACTERS = 2e3;
const MAX_WARNINGS = 20;
function summary_renderSummary(step, { session, created, plan, invitation }) {
  const topic = cut(session.topic ?? plan.request.topic, 200);
  const blocks2 = stacked([
    md`## Harmonica session`,
    md`**${markdown_link(`Join the session: ${topic}`, session.join_url)}**`,
    md`To paste into a chat: ${code(session.join_url)}`,
    bulleted([invitation && commented(invitation), created ? audience(plan.request) : reused(session)]),
    md`<details><summary>${created ? "What was sent" : "What this run asked for"}</summary>`,
    created ? sent(plan) : md`Not applied, since the session is there already: ${notApplied(step, session) || "nothing"}.`,
    warned(step.log),
    md`Session ${code(session.id)}${session.status ? md`, ${cut(session.status, 200)}` : ""}`,
    md`</details>`,
    md`**What comes next:** share the link. Read the results and end the session in ${markdown_link("Harmonica", step.site)}, under the account that the API key belongs to.`
  ]);
  return `${blocks2.text}
`;
}
function warned({ warnings }) {
  const shown2 = warnings.slice(0, MAX_WARNINGS).map(({ text }) => md`${cut(text, MAX_TEXT_CHARACTERS)}`);
  return stacked([shown2.length > 0 && md`**Warnings:**`, bulleted(shown2)]);
}
function lastDigits(groupId) {
  return `\u2026${groupId.slice(-4)}`;
}
function commented({ on, url }) {
  return md`**Commented:** ${markdown_link(`on ${on.text}`, url)}`;
}
function audience({ resultsVisibility }) {
  return resultsVisibility ? md`**Results:** set to be seen by ${AUDIENCES[resultsVisibility]}` : md`**Results:** left to Harmonica, which shows them to the host only unless told otherwise`;
}
function reused({ goal, status }) {
  const sentences = [
    md`**Reused:** an earlier run opened this session.`,
    status && md`It is ${cut(status, 200)}.`,
    goal && md`Its goal: ${cut(goal, MAX_TEXT_CHARACTERS)}`
  ];
  return stacked(sentences, " ");
}
function sent(plan) {
  const facts = namesIn(plan.request).map((name) => {
    const value = plan.request[name];
    if (name !== "context" && name !== "prompt")
      return md`**${kebabCase(name)}:** ${shown(value)}`;
    const origin = cut(originOf(plan, name).text, MAX_TEXT_CHARACTERS);
    return md`**${name}:** ${counted(String(value).length, "character")}, from ${prose(origin)}`;
  });
  return bulleted(facts);
}
function shown(value) {
  const items2 = Array.isArray(value) ? value : [{ text: String(value) }];
  const texts = items2.map((item2) => "group_id" in item2 ? lastDigits(item2.group_id) : item2.text);
  return cut(texts.join(" \xB7 "), MAX_TEXT_CHARACTERS);
}
function bulleted(items2) {
  const bullets = items2.map((item2) => item2 && md`- ${item2}`);
  return stacked(bullets, "\n");
}
const dry_run_MAX_SHOWN_CHARACTERS = 500;
const MAX_PART_CHARACTERS = 8e4;
async function showDryRun(step) {
  const { log, site, draft } = step;
  const plan = withPromise(withStandIn(step), step);
  const parts = [
    { title: line`The request that would be sent`, text: shownRequest(plan), language: "json" },
    { title: line`Where it comes from`, text: joined(requestShape(plan), "\n").text, language: "" }
  ];
  if (draft) {
    const text = renderInvitation(draft, `${site}/chat?s=SESSION_ID`, "");
    parts.push({ title: line`The comment that would be posted`, text, language: "markdown" });
  }
  for (const { title, text } of parts)
    log.group(title, text.split("\n").map(uncut));
  log.info(line`Dry run: inputs, files and event were checked, nothing was sent, no session was opened.`);
  if (step.summary)
    await step.writeSummary(renderDryRun(parts, log));
  step.setOutputs(outputs_outputsOf({}));
}
function withStandIn({ plan, contextSession }) {
  if (contextSession === "")
    return plan;
  const newest = "the newest session that this step linked here, if there is one";
  const which = contextSession === "previous" ? newest : `session ${contextSession}`;
  const text = `(Here would stand the summary of ${which}; a dry run does not read it.)`;
  return withContext(plan, { where: line`a stand-in for an earlier session's summary`, text });
}
function renderDryRun(parts, log) {
  const blocks2 = stacked([
    md`## Dry run: no Harmonica session was opened`,
    md`Inputs, files and event were checked, and nothing was sent.`,
    ...parts.flatMap(({ title, text, language }) => [
      md`${title.text}:`,
      codeBlock(cut(text, MAX_PART_CHARACTERS), language)
    ]),
    warned(log)
  ]);
  return `${blocks2.text}
`;
}
function shownRequest({ request, origins }) {
  const shown2 = (text) => shortened(text, dry_run_MAX_SHOWN_CHARACTERS);
  const context = origins.context?.map(({ text = "" }) => shown2(text)).join("\n\n");
  const show = (key, value) => {
    if (key === "context")
      return context;
    if (key === "group_id")
      return lastDigits(String(value));
    return typeof value === "string" ? shown2(value) : value;
  };
  return JSON.stringify(apiBody(request), show, 2);
}
const settings_readers = {
  ...serviceInputs,
  ...sessionInputs,
  // An id goes into an address; what is pasted in its place is mostly a link.
  contextSession: matching(/^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}/?#]{0,500}$/u, "give previous, or a session's id such as hst_206730127f33"),
  timezone: readTimeZone,
  comment: inputs_boolean(false),
  shareResults: inputs_boolean(false),
  commentMessage: (value) => value || "You are invited to take part in a deliberation.",
  reuse: oneOf(["issue", "never"]),
  // It goes into every comment.
  sessionKey: matching(/^.{0,200}$/su, "at most 200 characters are allowed"),
  matrix: inputs_text,
  dryRun: inputs_boolean(false)
};
const settings_inputNames = [...fieldNames, ...Object.keys(settings_readers)].map(kebabCase);
function readSettings(getInput2, problems) {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, getInput2(kebabCase(name))]));
  return { fields, ...readInputs(settings_readers, getInput2, problems) };
}
function readTimeZone(value) {
  if (value === "" || value === "UTC")
    return "UTC";
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return value;
  } catch {
    return line`is ${quoted(value)}; give an IANA time zone such as Europe/Berlin`;
  }
}
async function prepare_prepare(runner) {
  const { environment, event, log } = runner;
  const { workspace, repository } = environment;
  const findings = { problems: [], warnings: [], notices: [] };
  const { problems, warnings, notices } = findings;
  problems.push(...misspelt(runner.givenInputs, settings_inputNames));
  const settings = readSettings(runner.getInput, problems);
  const thread = threadOf(event, repository);
  if (runner.getInput("api-key") === "" && !settings.dryRun)
    problems.push(line`${missingKey(thread?.fork)} With dry-run: true no key is needed.`);
  const placeholders = {
    ...dateValues(runner.clock.now(), settings.timezone),
    tag: environment.tag,
    title: thread?.title ?? "",
    number: String(thread?.number ?? ""),
    repository: repository.name
  };
  const plan = await planSession({ settings, thread, workspace, placeholders }, findings);
  const target = settings.comment ? findTarget(settings, event, thread) : line`comment is false. Set comment: true.`;
  if (target instanceof Line)
    problems.push(...needingComment(settings, target));
  if (target instanceof Line && settings.comment)
    warnings.push(line`Input comment is true, but ${target}`);
  if (settings.shareResults && plan.request.distribution)
    warnings.push(line`Input distribution announces the session in Telegram groups, where nobody reads the promise of share-results: tell them that a summary written by AI will be posted. Only the facilitator knows, and is told to say so when asked.`);
  if (problems.length > 0)
    throw new UserError(line`No session was opened, nothing was sent`, problems);
  for (const notice2 of notices)
    log.notice(notice2);
  for (const warning2 of warnings)
    log.warning(warning2);
  const draft = target instanceof Line ? void 0 : draftOf(runner, settings, plan, target);
  return { ...openTools(settings, runner), plan, draft };
}
function draftOf({ environment }, settings, plan, thread) {
  const { repository, stepKey, run: run2 } = environment;
  const { sessionKey, matrix, commentMessage: message } = settings;
  const { request, explicitTopic } = plan;
  const hasMatrix = !["", "null", "{}"].includes(matrix);
  const scope = {
    repository: repository.id,
    number: thread.number,
    sessionKey: sessionKey || (hasMatrix ? `${stepKey} ${shortHash(matrix)}` : stepKey),
    // A title that may be edited tells nothing, but for one that is not the thread's own.
    topic: explicitTopic || thread.title === void 0 ? shortHash(request.topic) : void 0,
    informsNext: settings.contextSession !== "" || void 0,
    sharesResults: settings.shareResults || void 0
  };
  return { thread, scope, request, message, run: run2 };
}
function needingComment({ contextSession, shareResults }, why) {
  const problems = [
    contextSession === "previous" && line`Input context-session is previous, but nothing is commented: ${why} Or give that session's id, since the previous one is found by its comment.`,
    shareResults && line`Input share-results is true, but nothing is commented, so nobody could read of it: ${why} Or leave share-results out.`
  ];
  return problems.filter((each) => each instanceof Line);
}
const FINE_CHAINS = ["started", "resumed", "noop"];
function tell(step, { session, created, invitation }) {
  const { log, apiUrl, site, environment } = step;
  const { id: id2, join_url: joinUrl2, chain } = session;
  if (created)
    log.info(line`Opened session ${id2}: ${joinUrl2}`);
  else
    log.info(line`Reused session ${id2}, which an earlier run linked at ${invitation?.url ?? ""}: ${joinUrl2}`);
  const ignored = created ? "" : notApplied(step, session);
  if (ignored !== "")
    log.info(line`Not applied, since the session is there already: ${ignored}. To open a new one with them, end this one in Harmonica or set reuse: never.`);
  if (chain && !FINE_CHAINS.includes(chain.status))
    log.warning(line`The template has several steps, but Harmonica does not run them: ${chain.status}${inBrackets(chain.message)}. This one session is open and its link works.`);
  const { host: host2 } = new URL(joinUrl2);
  if (host2 !== new URL(site).host)
    log[apiUrl.isDefault ? "warning" : "notice"](line`The join link leads to ${host2}, which is not the host of ${site}. Check that it is the right one before you share it.`);
  const remembers = step.reuse === "issue" && step.draft !== void 0;
  if (created && !remembers && environment.runAttempt > 1)
    log.warning(line`This is attempt ${environment.runAttempt} of this run, and it opened another session. With comment: true, reuse: issue and something to comment on, the step finds the session of an earlier attempt and reuses it.`);
}
async function run_run(runner) {
  const step = await prepare_prepare(runner);
  if (step.dryRun)
    return showDryRun(step);
  const place2 = step.draft && { ...step.draft, comments: await openThread(step.draft.thread, step) };
  const opened = await findOrOpen(step, place2).catch((error2) => {
    throw step.cancelled.aborted && !(error2 instanceof UserError) ? cancelled() : error2;
  });
  const { session, created } = opened;
  const summarise = async () => step.summary && step.writeSummary(summary_renderSummary(step, opened));
  let fault = step.setOutputs(outputs_outputsOf(opened));
  tell(step, opened);
  await summarise();
  if (created && place2) {
    opened.invitation = await invite(place2, session, step);
    if (opened.invitation)
      fault ??= step.setOutputs(outputs_outputsOf(opened));
  }
  await opened.warnOfTwins();
  await summarise();
  if (fault === void 0)
    return;
  throw new UserError(line`The outputs could not be written`, [
    line`${fault}. The session is open: ${session.join_url}. Later steps don't have its link, since the file that GITHUB_OUTPUT names could not be written.`
  ]);
}
async function findOrOpen(step, place2) {
  const links = place2 && await ownLinks(place2, step);
  const linked = place2 && links && await findLinked(links, place2, step);
  if (linked)
    return { ...linked, created: false, warnOfTwins: async () => {
    }, plan: step.plan };
  const carried = await carryOver(links, step);
  const plan = withPromise(carried ? withContext(step.plan, carried) : step.plan, step);
  const tooLarge = oversize(plan);
  if (tooLarge)
    throw new UserError(line`No session was opened, nothing was sent`, [tooLarge]);
  step.log.group(line`What is sent to Harmonica`, requestShape(plan));
  return { ...await createOnce(plan.request, step), created: true, invitation: void 0, plan };
}
const action = process.argv[2] === "results" ? run : run_run;
void start(action, host, process);
