import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_modules__ = {
  /***/
  770: (
    /***/
    ((module, __unused_webpack_exports, __nccwpck_require__2) => {
      module.exports = __nccwpck_require__2(218);
    })
  ),
  /***/
  218: (
    /***/
    ((__unused_webpack_module, exports, __nccwpck_require__2) => {
      var __webpack_unused_export__;
      var net = __nccwpck_require__2(9278);
      var tls = __nccwpck_require__2(4756);
      var http = __nccwpck_require__2(8611);
      var https = __nccwpck_require__2(5692);
      var events = __nccwpck_require__2(4434);
      var assert = __nccwpck_require__2(2613);
      var util2 = __nccwpck_require__2(9023);
      exports.httpOverHttp = httpOverHttp;
      exports.httpsOverHttp = httpsOverHttp;
      exports.httpOverHttps = httpOverHttps;
      exports.httpsOverHttps = httpsOverHttps;
      function httpOverHttp(options2) {
        var agent = new TunnelingAgent(options2);
        agent.request = http.request;
        return agent;
      }
      function httpsOverHttp(options2) {
        var agent = new TunnelingAgent(options2);
        agent.request = http.request;
        agent.createSocket = createSecureSocket;
        agent.defaultPort = 443;
        return agent;
      }
      function httpOverHttps(options2) {
        var agent = new TunnelingAgent(options2);
        agent.request = https.request;
        return agent;
      }
      function httpsOverHttps(options2) {
        var agent = new TunnelingAgent(options2);
        agent.request = https.request;
        agent.createSocket = createSecureSocket;
        agent.defaultPort = 443;
        return agent;
      }
      function TunnelingAgent(options2) {
        var self = this;
        self.options = options2 || {};
        self.proxyOptions = self.options.proxy || {};
        self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
        self.requests = [];
        self.sockets = [];
        self.on("free", function onFree(socket, host, port, localAddress) {
          var options3 = toOptions(host, port, localAddress);
          for (var i = 0, len = self.requests.length; i < len; ++i) {
            var pending = self.requests[i];
            if (pending.host === options3.host && pending.port === options3.port) {
              self.requests.splice(i, 1);
              pending.request.onSocket(socket);
              return;
            }
          }
          socket.destroy();
          self.removeSocket(socket);
        });
      }
      util2.inherits(TunnelingAgent, events.EventEmitter);
      TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
        var self = this;
        var options2 = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
        if (self.sockets.length >= this.maxSockets) {
          self.requests.push(options2);
          return;
        }
        self.createSocket(options2, function(socket) {
          socket.on("free", onFree);
          socket.on("close", onCloseOrRemove);
          socket.on("agentRemove", onCloseOrRemove);
          req.onSocket(socket);
          function onFree() {
            self.emit("free", socket, options2);
          }
          function onCloseOrRemove(err) {
            self.removeSocket(socket);
            socket.removeListener("free", onFree);
            socket.removeListener("close", onCloseOrRemove);
            socket.removeListener("agentRemove", onCloseOrRemove);
          }
        });
      };
      TunnelingAgent.prototype.createSocket = function createSocket(options2, cb) {
        var self = this;
        var placeholder = {};
        self.sockets.push(placeholder);
        var connectOptions = mergeOptions({}, self.proxyOptions, {
          method: "CONNECT",
          path: options2.host + ":" + options2.port,
          agent: false,
          headers: {
            host: options2.host + ":" + options2.port
          }
        });
        if (options2.localAddress) {
          connectOptions.localAddress = options2.localAddress;
        }
        if (connectOptions.proxyAuth) {
          connectOptions.headers = connectOptions.headers || {};
          connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
        }
        debug2("making CONNECT request");
        var connectReq = self.request(connectOptions);
        connectReq.useChunkedEncodingByDefault = false;
        connectReq.once("response", onResponse);
        connectReq.once("upgrade", onUpgrade);
        connectReq.once("connect", onConnect);
        connectReq.once("error", onError);
        connectReq.end();
        function onResponse(res) {
          res.upgrade = true;
        }
        function onUpgrade(res, socket, head) {
          process.nextTick(function() {
            onConnect(res, socket, head);
          });
        }
        function onConnect(res, socket, head) {
          connectReq.removeAllListeners();
          socket.removeAllListeners();
          if (res.statusCode !== 200) {
            debug2(
              "tunneling socket could not be established, statusCode=%d",
              res.statusCode
            );
            socket.destroy();
            var error2 = new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
            error2.code = "ECONNRESET";
            options2.request.emit("error", error2);
            self.removeSocket(placeholder);
            return;
          }
          if (head.length > 0) {
            debug2("got illegal response body from proxy");
            socket.destroy();
            var error2 = new Error("got illegal response body from proxy");
            error2.code = "ECONNRESET";
            options2.request.emit("error", error2);
            self.removeSocket(placeholder);
            return;
          }
          debug2("tunneling connection has established");
          self.sockets[self.sockets.indexOf(placeholder)] = socket;
          return cb(socket);
        }
        function onError(cause) {
          connectReq.removeAllListeners();
          debug2(
            "tunneling socket could not be established, cause=%s\n",
            cause.message,
            cause.stack
          );
          var error2 = new Error("tunneling socket could not be established, cause=" + cause.message);
          error2.code = "ECONNRESET";
          options2.request.emit("error", error2);
          self.removeSocket(placeholder);
        }
      };
      TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
        var pos = this.sockets.indexOf(socket);
        if (pos === -1) {
          return;
        }
        this.sockets.splice(pos, 1);
        var pending = this.requests.shift();
        if (pending) {
          this.createSocket(pending, function(socket2) {
            pending.request.onSocket(socket2);
          });
        }
      };
      function createSecureSocket(options2, cb) {
        var self = this;
        TunnelingAgent.prototype.createSocket.call(self, options2, function(socket) {
          var hostHeader = options2.request.getHeader("host");
          var tlsOptions = mergeOptions({}, self.options, {
            socket,
            servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options2.host
          });
          var secureSocket = tls.connect(0, tlsOptions);
          self.sockets[self.sockets.indexOf(socket)] = secureSocket;
          cb(secureSocket);
        });
      }
      function toOptions(host, port, localAddress) {
        if (typeof host === "string") {
          return {
            host,
            port,
            localAddress
          };
        }
        return host;
      }
      function mergeOptions(target) {
        for (var i = 1, len = arguments.length; i < len; ++i) {
          var overrides = arguments[i];
          if (typeof overrides === "object") {
            var keys = Object.keys(overrides);
            for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
              var k = keys[j];
              if (overrides[k] !== void 0) {
                target[k] = overrides[k];
              }
            }
          }
        }
        return target;
      }
      var debug2;
      if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
        debug2 = function() {
          var args = Array.prototype.slice.call(arguments);
          if (typeof args[0] === "string") {
            args[0] = "TUNNEL: " + args[0];
          } else {
            args.unshift("TUNNEL:");
          }
          console.error.apply(console, args);
        };
      } else {
        debug2 = function() {
        };
      }
      __webpack_unused_export__ = debug2;
    })
  ),
  /***/
  2613: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
    })
  ),
  /***/
  181: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");
    })
  ),
  /***/
  4434: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
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
  8611: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");
    })
  ),
  /***/
  5692: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");
    })
  ),
  /***/
  9278: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");
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
  4756: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");
    })
  ),
  /***/
  9023: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");
    })
  ),
  /***/
  2961: (
    /***/
    ((__unused_webpack_module, exports) => {
      var __webpack_unused_export__;
      class Unused {
      }
      __webpack_unused_export__ = Unused;
      exports.kT = Unused;
      exports.hd = async () => {
        throw new Error("This bundle holds no undici: requests go through src/transport.ts.");
      };
    })
  ),
  /***/
  4942: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__2) => {
      __nccwpck_require__2.d(__webpack_exports__, {
        Qq: () => (
          /* binding */
          HttpClient
        )
      });
      var external_http_ = __nccwpck_require__2(8611);
      var external_http_namespaceObject = /* @__PURE__ */ __nccwpck_require__2.t(external_http_, 2);
      var external_https_ = __nccwpck_require__2(5692);
      var external_https_namespaceObject = /* @__PURE__ */ __nccwpck_require__2.t(external_https_, 2);
      ;
      function getProxyUrl(reqUrl) {
        const usingSsl = reqUrl.protocol === "https:";
        if (checkBypass(reqUrl)) {
          return void 0;
        }
        const proxyVar = (() => {
          if (usingSsl) {
            return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
          } else {
            return process.env["http_proxy"] || process.env["HTTP_PROXY"];
          }
        })();
        if (proxyVar) {
          try {
            return new DecodedURL(proxyVar);
          } catch (_a2) {
            if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://"))
              return new DecodedURL(`http://${proxyVar}`);
          }
        } else {
          return void 0;
        }
      }
      function checkBypass(reqUrl) {
        if (!reqUrl.hostname) {
          return false;
        }
        const reqHost = reqUrl.hostname;
        if (isLoopbackAddress(reqHost)) {
          return true;
        }
        const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
        if (!noProxy) {
          return false;
        }
        let reqPort;
        if (reqUrl.port) {
          reqPort = Number(reqUrl.port);
        } else if (reqUrl.protocol === "http:") {
          reqPort = 80;
        } else if (reqUrl.protocol === "https:") {
          reqPort = 443;
        }
        const upperReqHosts = [reqUrl.hostname.toUpperCase()];
        if (typeof reqPort === "number") {
          upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
        }
        for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) {
          if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) {
            return true;
          }
        }
        return false;
      }
      function isLoopbackAddress(host) {
        const hostLower = host.toLowerCase();
        return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
      }
      class DecodedURL extends URL {
        constructor(url, base) {
          super(url, base);
          this._decodedUsername = decodeURIComponent(super.username);
          this._decodedPassword = decodeURIComponent(super.password);
        }
        get username() {
          return this._decodedUsername;
        }
        get password() {
          return this._decodedPassword;
        }
      }
      var tunnel = __nccwpck_require__2(770);
      var undici = __nccwpck_require__2(2961);
      ;
      var __awaiter2 = function(thisArg, _arguments, P, generator) {
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
      var HttpCodes;
      (function(HttpCodes2) {
        HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
        HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
        HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
        HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
        HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
        HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
        HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
        HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
        HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
        HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
        HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
        HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
        HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
        HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
        HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
        HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
        HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
        HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
        HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
        HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
        HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
        HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
        HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
        HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
        HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
        HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
        HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
      })(HttpCodes || (HttpCodes = {}));
      var Headers;
      (function(Headers2) {
        Headers2["Accept"] = "accept";
        Headers2["ContentType"] = "content-type";
      })(Headers || (Headers = {}));
      var MediaTypes;
      (function(MediaTypes2) {
        MediaTypes2["ApplicationJson"] = "application/json";
      })(MediaTypes || (MediaTypes = {}));
      function lib_getProxyUrl(serverUrl) {
        const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
        return proxyUrl ? proxyUrl.href : "";
      }
      const HttpRedirectCodes = [
        HttpCodes.MovedPermanently,
        HttpCodes.ResourceMoved,
        HttpCodes.SeeOther,
        HttpCodes.TemporaryRedirect,
        HttpCodes.PermanentRedirect
      ];
      const HttpResponseRetryCodes = [
        HttpCodes.BadGateway,
        HttpCodes.ServiceUnavailable,
        HttpCodes.GatewayTimeout
      ];
      const RetryableHttpVerbs = ["OPTIONS", "GET", "DELETE", "HEAD"];
      const ExponentialBackoffCeiling = 10;
      const ExponentialBackoffTimeSlice = 5;
      class HttpClientError extends Error {
        constructor(message, statusCode) {
          super(message);
          this.name = "HttpClientError";
          this.statusCode = statusCode;
          Object.setPrototypeOf(this, HttpClientError.prototype);
        }
      }
      class HttpClientResponse {
        constructor(message) {
          this.message = message;
        }
        readBody() {
          return __awaiter2(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter2(this, void 0, void 0, function* () {
              let output = Buffer.alloc(0);
              this.message.on("data", (chunk) => {
                output = Buffer.concat([output, chunk]);
              });
              this.message.on("end", () => {
                resolve(output.toString());
              });
            }));
          });
        }
        readBodyBuffer() {
          return __awaiter2(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter2(this, void 0, void 0, function* () {
              const chunks = [];
              this.message.on("data", (chunk) => {
                chunks.push(chunk);
              });
              this.message.on("end", () => {
                resolve(Buffer.concat(chunks));
              });
            }));
          });
        }
      }
      function isHttps(requestUrl) {
        const parsedUrl = new URL(requestUrl);
        return parsedUrl.protocol === "https:";
      }
      class HttpClient {
        constructor(userAgent, handlers, requestOptions) {
          this._ignoreSslError = false;
          this._allowRedirects = true;
          this._allowRedirectDowngrade = false;
          this._maxRedirects = 50;
          this._allowRetries = false;
          this._maxRetries = 1;
          this._keepAlive = false;
          this._disposed = false;
          this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
          this.handlers = handlers || [];
          this.requestOptions = requestOptions;
          if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
              this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
              this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
              this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
              this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
              this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
              this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
              this._maxRetries = requestOptions.maxRetries;
            }
          }
        }
        options(requestUrl, additionalHeaders) {
          return __awaiter2(this, void 0, void 0, function* () {
            return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
          });
        }
        get(requestUrl, additionalHeaders) {
          return __awaiter2(this, void 0, void 0, function* () {
            return this.request("GET", requestUrl, null, additionalHeaders || {});
          });
        }
        del(requestUrl, additionalHeaders) {
          return __awaiter2(this, void 0, void 0, function* () {
            return this.request("DELETE", requestUrl, null, additionalHeaders || {});
          });
        }
        post(requestUrl, data, additionalHeaders) {
          return __awaiter2(this, void 0, void 0, function* () {
            return this.request("POST", requestUrl, data, additionalHeaders || {});
          });
        }
        patch(requestUrl, data, additionalHeaders) {
          return __awaiter2(this, void 0, void 0, function* () {
            return this.request("PATCH", requestUrl, data, additionalHeaders || {});
          });
        }
        put(requestUrl, data, additionalHeaders) {
          return __awaiter2(this, void 0, void 0, function* () {
            return this.request("PUT", requestUrl, data, additionalHeaders || {});
          });
        }
        head(requestUrl, additionalHeaders) {
          return __awaiter2(this, void 0, void 0, function* () {
            return this.request("HEAD", requestUrl, null, additionalHeaders || {});
          });
        }
        sendStream(verb, requestUrl, stream, additionalHeaders) {
          return __awaiter2(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
          });
        }
        /**
         * Gets a typed object from an endpoint
         * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
         */
        getJson(requestUrl_1) {
          return __awaiter2(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
          });
        }
        postJson(requestUrl_1, obj_1) {
          return __awaiter2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
          });
        }
        putJson(requestUrl_1, obj_1) {
          return __awaiter2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
          });
        }
        patchJson(requestUrl_1, obj_1) {
          return __awaiter2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
          });
        }
        /**
         * Makes a raw http request.
         * All other methods such as get, post, patch, and request ultimately call this.
         * Prefer get, del, post and patch
         */
        request(verb, requestUrl, data, headers) {
          return __awaiter2(this, void 0, void 0, function* () {
            if (this._disposed) {
              throw new Error("Client has already been disposed.");
            }
            const parsedUrl = new URL(requestUrl);
            let info2 = this._prepareRequest(verb, parsedUrl, headers);
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
            let numTries = 0;
            let response;
            do {
              response = yield this.requestRaw(info2, data);
              if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
                let authenticationHandler;
                for (const handler of this.handlers) {
                  if (handler.canHandleAuthentication(response)) {
                    authenticationHandler = handler;
                    break;
                  }
                }
                if (authenticationHandler) {
                  return authenticationHandler.handleAuthentication(this, info2, data);
                } else {
                  return response;
                }
              }
              let redirectsRemaining = this._maxRedirects;
              while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
                const redirectUrl = response.message.headers["location"];
                if (!redirectUrl) {
                  break;
                }
                const parsedRedirectUrl = new URL(redirectUrl);
                if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) {
                  throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
                }
                yield response.readBody();
                if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                  for (const header in headers) {
                    if (header.toLowerCase() === "authorization") {
                      delete headers[header];
                    }
                  }
                }
                info2 = this._prepareRequest(verb, parsedRedirectUrl, headers);
                response = yield this.requestRaw(info2, data);
                redirectsRemaining--;
              }
              if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                return response;
              }
              numTries += 1;
              if (numTries < maxTries) {
                yield response.readBody();
                yield this._performExponentialBackoff(numTries);
              }
            } while (numTries < maxTries);
            return response;
          });
        }
        /**
         * Needs to be called if keepAlive is set to true in request options.
         */
        dispose() {
          if (this._agent) {
            this._agent.destroy();
          }
          this._disposed = true;
        }
        /**
         * Raw request.
         * @param info
         * @param data
         */
        requestRaw(info2, data) {
          return __awaiter2(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
              function callbackForResult(err, res) {
                if (err) {
                  reject(err);
                } else if (!res) {
                  reject(new Error("Unknown error"));
                } else {
                  resolve(res);
                }
              }
              this.requestRawWithCallback(info2, data, callbackForResult);
            });
          });
        }
        /**
         * Raw request with callback.
         * @param info
         * @param data
         * @param onResult
         */
        requestRawWithCallback(info2, data, onResult) {
          if (typeof data === "string") {
            if (!info2.options.headers) {
              info2.options.headers = {};
            }
            info2.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
          }
          let callbackCalled = false;
          function handleResult(err, res) {
            if (!callbackCalled) {
              callbackCalled = true;
              onResult(err, res);
            }
          }
          const req = info2.httpModule.request(info2.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(void 0, res);
          });
          let socket;
          req.on("socket", (sock) => {
            socket = sock;
          });
          req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
            if (socket) {
              socket.end();
            }
            handleResult(new Error(`Request timeout: ${info2.options.path}`));
          });
          req.on("error", function(err) {
            handleResult(err);
          });
          if (data && typeof data === "string") {
            req.write(data, "utf8");
          }
          if (data && typeof data !== "string") {
            data.on("close", function() {
              req.end();
            });
            data.pipe(req);
          } else {
            req.end();
          }
        }
        /**
         * Gets an http agent. This function is useful when you need an http agent that handles
         * routing through a proxy server - depending upon the url and proxy environment variables.
         * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
         */
        getAgent(serverUrl) {
          const parsedUrl = new URL(serverUrl);
          return this._getAgent(parsedUrl);
        }
        getAgentDispatcher(serverUrl) {
          const parsedUrl = new URL(serverUrl);
          const proxyUrl = getProxyUrl(parsedUrl);
          const useProxy = proxyUrl && proxyUrl.hostname;
          if (!useProxy) {
            return;
          }
          return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
        }
        _prepareRequest(method, requestUrl, headers) {
          const info2 = {};
          info2.parsedUrl = requestUrl;
          const usingSsl = info2.parsedUrl.protocol === "https:";
          info2.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
          const defaultPort = usingSsl ? 443 : 80;
          info2.options = {};
          info2.options.host = info2.parsedUrl.hostname;
          info2.options.port = info2.parsedUrl.port ? parseInt(info2.parsedUrl.port) : defaultPort;
          info2.options.path = (info2.parsedUrl.pathname || "") + (info2.parsedUrl.search || "");
          info2.options.method = method;
          info2.options.headers = this._mergeHeaders(headers);
          if (this.userAgent != null) {
            info2.options.headers["user-agent"] = this.userAgent;
          }
          info2.options.agent = this._getAgent(info2.parsedUrl);
          if (this.handlers) {
            for (const handler of this.handlers) {
              handler.prepareRequest(info2.options);
            }
          }
          return info2;
        }
        _mergeHeaders(headers) {
          if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
          }
          return lowercaseKeys(headers || {});
        }
        /**
         * Gets an existing header value or returns a default.
         * Handles converting number header values to strings since HTTP headers must be strings.
         * Note: This returns string | string[] since some headers can have multiple values.
         * For headers that must always be a single string (like Content-Type), use the
         * specialized _getExistingOrDefaultContentTypeHeader method instead.
         */
        _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
          let clientHeader;
          if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
              clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
            }
          }
          const additionalValue = additionalHeaders[header];
          if (additionalValue !== void 0) {
            return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
          }
          if (clientHeader !== void 0) {
            return clientHeader;
          }
          return _default;
        }
        /**
         * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
         * Always returns a single string (not an array) since Content-Type should be a single value.
         * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
         * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
         * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
         */
        _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
          let clientHeader;
          if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
              if (typeof headerValue === "number") {
                clientHeader = String(headerValue);
              } else if (Array.isArray(headerValue)) {
                clientHeader = headerValue.join(", ");
              } else {
                clientHeader = headerValue;
              }
            }
          }
          const additionalValue = additionalHeaders[Headers.ContentType];
          if (additionalValue !== void 0) {
            if (typeof additionalValue === "number") {
              return String(additionalValue);
            } else if (Array.isArray(additionalValue)) {
              return additionalValue.join(", ");
            } else {
              return additionalValue;
            }
          }
          if (clientHeader !== void 0) {
            return clientHeader;
          }
          return _default;
        }
        _getAgent(parsedUrl) {
          let agent;
          const proxyUrl = getProxyUrl(parsedUrl);
          const useProxy = proxyUrl && proxyUrl.hostname;
          if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
          }
          if (!useProxy) {
            agent = this._agent;
          }
          if (agent) {
            return agent;
          }
          const usingSsl = parsedUrl.protocol === "https:";
          let maxSockets = 100;
          if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
          }
          if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
              maxSockets,
              keepAlive: this._keepAlive,
              proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
                proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
              }), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === "https:";
            if (usingSsl) {
              tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            } else {
              tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
          }
          if (!agent) {
            const options2 = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options2) : new external_http_.Agent(options2);
            this._agent = agent;
          }
          if (usingSsl && this._ignoreSslError) {
            agent.options = Object.assign(agent.options || {}, {
              rejectUnauthorized: false
            });
          }
          return agent;
        }
        _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
          let proxyAgent;
          if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
          }
          if (proxyAgent) {
            return proxyAgent;
          }
          const usingSsl = parsedUrl.protocol === "https:";
          proxyAgent = new undici.kT(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, (proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
          }));
          this._proxyAgentDispatcher = proxyAgent;
          if (usingSsl && this._ignoreSslError) {
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
              rejectUnauthorized: false
            });
          }
          return proxyAgent;
        }
        _getUserAgentWithOrchestrationId(userAgent) {
          const baseUserAgent = userAgent || "actions/http-client";
          const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
          if (orchId) {
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
          }
          return baseUserAgent;
        }
        _performExponentialBackoff(retryNumber) {
          return __awaiter2(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise((resolve) => setTimeout(() => resolve(), ms));
          });
        }
        _processResponse(res, options2) {
          return __awaiter2(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter2(this, void 0, void 0, function* () {
              const statusCode = res.message.statusCode || 0;
              const response = {
                statusCode,
                result: null,
                headers: {}
              };
              if (statusCode === HttpCodes.NotFound) {
                resolve(response);
              }
              function dateTimeDeserializer(key, value) {
                if (typeof value === "string") {
                  const a = new Date(value);
                  if (!isNaN(a.valueOf())) {
                    return a;
                  }
                }
                return value;
              }
              let obj;
              let contents;
              try {
                contents = yield res.readBody();
                if (contents && contents.length > 0) {
                  if (options2 && options2.deserializeDates) {
                    obj = JSON.parse(contents, dateTimeDeserializer);
                  } else {
                    obj = JSON.parse(contents);
                  }
                  response.result = obj;
                }
                response.headers = res.message.headers;
              } catch (err) {
              }
              if (statusCode > 299) {
                let msg;
                if (obj && obj.message) {
                  msg = obj.message;
                } else if (contents && contents.length > 0) {
                  msg = contents;
                } else {
                  msg = `Failed request: (${statusCode})`;
                }
                const err = new HttpClientError(msg, statusCode);
                err.result = response.result;
                reject(err);
              } else {
                resolve(response);
              }
            }));
          });
        }
      }
      const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});
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
var core_namespaceObject = {};
__nccwpck_require__.r(core_namespaceObject);
__nccwpck_require__.d(core_namespaceObject, {
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
  group: () => group,
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
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
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
function issue(name, message = "") {
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
var lib = __nccwpck_require__(4942);
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
class BearerCredentialHandler {
  constructor(token) {
    this.token = token;
  }
  // currently implements pre-authorization
  // TODO: support preAuth = false where it hooks on 401
  prepareRequest(options2) {
    if (!options2.headers) {
      throw Error("The request has no headers");
    }
    options2.headers["Authorization"] = `Bearer ${this.token}`;
  }
  // This handler cannot handle 401
  canHandleAuthentication() {
    return false;
  }
  handleAuthentication() {
    return __awaiter(this, void 0, void 0, function* () {
      throw new Error("not implemented");
    });
  }
}
var oidc_utils_awaiter = function(thisArg, _arguments, P, generator) {
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
    return new lib.Qq("actions/oidc-client", [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
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
    return oidc_utils_awaiter(this, void 0, void 0, function* () {
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
    return oidc_utils_awaiter(this, void 0, void 0, function* () {
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
  write(options2) {
    return summary_awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options2 === null || options2 === void 0 ? void 0 : options2.overwrite);
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
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
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
  addImage(src, alt, options2) {
    const { width, height } = options2 || {};
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
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
var external_events_ = __nccwpck_require__(4434);
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
var external_assert_ = __nccwpck_require__(2613);
var io_util_awaiter = function(thisArg, _arguments, P, generator) {
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
const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
const IS_WINDOWS = process.platform === "win32";
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
  return io_util_awaiter(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return io_util_awaiter(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = external_path_namespaceObject.dirname(filePath);
            const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = external_path_namespaceObject.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}
var io_awaiter = function(thisArg, _arguments, P, generator) {
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
function which(tool, check) {
  return io_awaiter(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches2 = yield findInPath(tool);
    if (matches2 && matches2.length > 0) {
      return matches2[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return io_awaiter(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(external_path_namespaceObject.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(external_path_namespaceObject.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches2 = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
      if (filePath) {
        matches2.push(filePath);
      }
    }
    return matches2;
  });
}
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
var toolrunner_awaiter = function(thisArg, _arguments, P, generator) {
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
const toolrunner_IS_WINDOWS = process.platform === "win32";
class ToolRunner extends external_events_.EventEmitter {
  constructor(toolPath, args, options2) {
    super();
    if (!toolPath) {
      throw new Error("Parameter 'toolPath' cannot be null or empty.");
    }
    this.toolPath = toolPath;
    this.args = args || [];
    this.options = options2 || {};
  }
  _debug(message) {
    if (this.options.listeners && this.options.listeners.debug) {
      this.options.listeners.debug(message);
    }
  }
  _getCommandString(options2, noPrefix) {
    const toolPath = this._getSpawnFileName();
    const args = this._getSpawnArgs(options2);
    let cmd = noPrefix ? "" : "[command]";
    if (toolrunner_IS_WINDOWS) {
      if (this._isCmdFile()) {
        cmd += toolPath;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else if (options2.windowsVerbatimArguments) {
        cmd += `"${toolPath}"`;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else {
        cmd += this._windowsQuoteCmdArg(toolPath);
        for (const a of args) {
          cmd += ` ${this._windowsQuoteCmdArg(a)}`;
        }
      }
    } else {
      cmd += toolPath;
      for (const a of args) {
        cmd += ` ${a}`;
      }
    }
    return cmd;
  }
  _processLineBuffer(data, strBuffer, onLine) {
    try {
      let s = strBuffer + data.toString();
      let n = s.indexOf(external_os_.EOL);
      while (n > -1) {
        const line2 = s.substring(0, n);
        onLine(line2);
        s = s.substring(n + external_os_.EOL.length);
        n = s.indexOf(external_os_.EOL);
      }
      return s;
    } catch (err) {
      this._debug(`error processing line. Failed with error ${err}`);
      return "";
    }
  }
  _getSpawnFileName() {
    if (toolrunner_IS_WINDOWS) {
      if (this._isCmdFile()) {
        return process.env["COMSPEC"] || "cmd.exe";
      }
    }
    return this.toolPath;
  }
  _getSpawnArgs(options2) {
    if (toolrunner_IS_WINDOWS) {
      if (this._isCmdFile()) {
        let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
        for (const a of this.args) {
          argline += " ";
          argline += options2.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
        }
        argline += '"';
        return [argline];
      }
    }
    return this.args;
  }
  _endsWith(str, end) {
    return str.endsWith(end);
  }
  _isCmdFile() {
    const upperToolPath = this.toolPath.toUpperCase();
    return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
  }
  _windowsQuoteCmdArg(arg) {
    if (!this._isCmdFile()) {
      return this._uvQuoteCmdArg(arg);
    }
    if (!arg) {
      return '""';
    }
    const cmdSpecialChars = [
      " ",
      "	",
      "&",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "^",
      "=",
      ";",
      "!",
      "'",
      "+",
      ",",
      "`",
      "~",
      "|",
      "<",
      ">",
      '"'
    ];
    let needsQuotes = false;
    for (const char of arg) {
      if (cmdSpecialChars.some((x) => x === char)) {
        needsQuotes = true;
        break;
      }
    }
    if (!needsQuotes) {
      return arg;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += '"';
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _uvQuoteCmdArg(arg) {
    if (!arg) {
      return '""';
    }
    if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
      return arg;
    }
    if (!arg.includes('"') && !arg.includes("\\")) {
      return `"${arg}"`;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += "\\";
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _cloneExecOptions(options2) {
    options2 = options2 || {};
    const result = {
      cwd: options2.cwd || process.cwd(),
      env: options2.env || process.env,
      silent: options2.silent || false,
      windowsVerbatimArguments: options2.windowsVerbatimArguments || false,
      failOnStdErr: options2.failOnStdErr || false,
      ignoreReturnCode: options2.ignoreReturnCode || false,
      delay: options2.delay || 1e4
    };
    result.outStream = options2.outStream || process.stdout;
    result.errStream = options2.errStream || process.stderr;
    return result;
  }
  _getSpawnOptions(options2, toolPath) {
    options2 = options2 || {};
    const result = {};
    result.cwd = options2.cwd;
    result.env = options2.env;
    result["windowsVerbatimArguments"] = options2.windowsVerbatimArguments || this._isCmdFile();
    if (options2.windowsVerbatimArguments) {
      result.argv0 = `"${toolPath}"`;
    }
    return result;
  }
  /**
   * Exec a tool.
   * Output will be streamed to the live console.
   * Returns promise with return code
   *
   * @param     tool     path to tool to exec
   * @param     options  optional exec options.  See ExecOptions
   * @returns   number
   */
  exec() {
    return toolrunner_awaiter(this, void 0, void 0, function* () {
      if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || toolrunner_IS_WINDOWS && this.toolPath.includes("\\"))) {
        this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
      }
      this.toolPath = yield which(this.toolPath, true);
      return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
        this._debug(`exec tool: ${this.toolPath}`);
        this._debug("arguments:");
        for (const arg of this.args) {
          this._debug(`   ${arg}`);
        }
        const optionsNonNull = this._cloneExecOptions(this.options);
        if (!optionsNonNull.silent && optionsNonNull.outStream) {
          optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
        }
        const state = new ExecState(optionsNonNull, this.toolPath);
        state.on("debug", (message) => {
          this._debug(message);
        });
        if (this.options.cwd && !(yield exists(this.options.cwd))) {
          return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
        }
        const fileName = this._getSpawnFileName();
        const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
        let stdbuffer = "";
        if (cp.stdout) {
          cp.stdout.on("data", (data) => {
            if (this.options.listeners && this.options.listeners.stdout) {
              this.options.listeners.stdout(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(data);
            }
            stdbuffer = this._processLineBuffer(data, stdbuffer, (line2) => {
              if (this.options.listeners && this.options.listeners.stdline) {
                this.options.listeners.stdline(line2);
              }
            });
          });
        }
        let errbuffer = "";
        if (cp.stderr) {
          cp.stderr.on("data", (data) => {
            state.processStderr = true;
            if (this.options.listeners && this.options.listeners.stderr) {
              this.options.listeners.stderr(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
              const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
              s.write(data);
            }
            errbuffer = this._processLineBuffer(data, errbuffer, (line2) => {
              if (this.options.listeners && this.options.listeners.errline) {
                this.options.listeners.errline(line2);
              }
            });
          });
        }
        cp.on("error", (err) => {
          state.processError = err.message;
          state.processExited = true;
          state.processClosed = true;
          state.CheckComplete();
        });
        cp.on("exit", (code2) => {
          state.processExitCode = code2;
          state.processExited = true;
          this._debug(`Exit code ${code2} received from tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        cp.on("close", (code2) => {
          state.processExitCode = code2;
          state.processExited = true;
          state.processClosed = true;
          this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        state.on("done", (error2, exitCode) => {
          if (stdbuffer.length > 0) {
            this.emit("stdline", stdbuffer);
          }
          if (errbuffer.length > 0) {
            this.emit("errline", errbuffer);
          }
          cp.removeAllListeners();
          if (error2) {
            reject(error2);
          } else {
            resolve(exitCode);
          }
        });
        if (this.options.input) {
          if (!cp.stdin) {
            throw new Error("child process missing stdin");
          }
          cp.stdin.end(this.options.input);
        }
      }));
    });
  }
}
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped = false;
  let arg = "";
  function append(c) {
    if (escaped && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
class ExecState extends external_events_.EventEmitter {
  constructor(options2, toolPath) {
    super();
    this.processClosed = false;
    this.processError = "";
    this.processExitCode = 0;
    this.processExited = false;
    this.processStderr = false;
    this.delay = 1e4;
    this.done = false;
    this.timeout = null;
    if (!toolPath) {
      throw new Error("toolPath must not be empty");
    }
    this.options = options2;
    this.toolPath = toolPath;
    if (options2.delay) {
      this.delay = options2.delay;
    }
  }
  CheckComplete() {
    if (this.done) {
      return;
    }
    if (this.processClosed) {
      this._setResult();
    } else if (this.processExited) {
      this.timeout = (0, external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
    }
  }
  _debug(message) {
    this.emit("debug", message);
  }
  _setResult() {
    let error2;
    if (this.processExited) {
      if (this.processError) {
        error2 = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
      } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
        error2 = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
      } else if (this.processStderr && this.options.failOnStdErr) {
        error2 = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
      }
    }
    if (this.timeout) {
      clearTimeout(this.timeout);
      this.timeout = null;
    }
    this.done = true;
    this.emit("done", error2, this.processExitCode);
  }
  static HandleTimeout(state) {
    if (state.done) {
      return;
    }
    if (!state.processClosed && state.processExited) {
      const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
      state._debug(message);
    }
    state._setResult();
  }
}
var exec_awaiter = function(thisArg, _arguments, P, generator) {
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
function exec(commandLine, args, options2) {
  return exec_awaiter(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options2);
    return runner.exec();
  });
}
function getExecOutput(commandLine, args, options2) {
  return exec_awaiter(this, void 0, void 0, function* () {
    var _a2, _b;
    let stdout = "";
    let stderr = "";
    const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder("utf8");
    const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder("utf8");
    const originalStdoutListener = (_a2 = options2 === null || options2 === void 0 ? void 0 : options2.listeners) === null || _a2 === void 0 ? void 0 : _a2.stdout;
    const originalStdErrListener = (_b = options2 === null || options2 === void 0 ? void 0 : options2.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
    const stdErrListener = (data) => {
      stderr += stderrDecoder.write(data);
      if (originalStdErrListener) {
        originalStdErrListener(data);
      }
    };
    const stdOutListener = (data) => {
      stdout += stdoutDecoder.write(data);
      if (originalStdoutListener) {
        originalStdoutListener(data);
      }
    };
    const listeners = Object.assign(Object.assign({}, options2 === null || options2 === void 0 ? void 0 : options2.listeners), { stdout: stdOutListener, stderr: stdErrListener });
    const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options2), { listeners }));
    stdout += stdoutDecoder.end();
    stderr += stderrDecoder.end();
    return {
      exitCode,
      stdout,
      stderr
    };
  });
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
  const { stdout: version2 } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', void 0, {
    silent: true
  });
  const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', void 0, {
    silent: true
  });
  return {
    name: name.trim(),
    version: version2.trim()
  };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
  var _a2, _b, _c, _d;
  const { stdout } = yield getExecOutput("sw_vers", void 0, {
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
  const { stdout } = yield getExecOutput("lsb_release", ["-i", "-r", "-s"], {
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
function setSecret(secret2) {
  issueCommand("add-mask", {}, secret2);
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
function getInput(name, options2) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options2 && options2.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options2 && options2.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function getMultilineInput(name, options2) {
  const inputs = getInput(name, options2).split("\n").filter((x) => x !== "");
  if (options2 && options2.trimWhitespace === false) {
    return inputs;
  }
  return inputs.map((input) => input.trim());
}
function getBooleanInput(name, options2) {
  const trueValue = ["true", "True", "TRUE"];
  const falseValue = ["false", "False", "FALSE"];
  const val = getInput(name, options2);
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
  issue("echo", enabled ? "on" : "off");
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
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function group(name, fn) {
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
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
const MAX_SHOWN_CHARACTERS = 500;
const MAX_PROBLEMS = 30;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
class Line {
  text;
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}
function line(words, ...values) {
  const shown = values.map((value) => value instanceof Line ? value.text : plain(String(value)));
  return new Line(defuse(String.raw({ raw: words }, ...shown)));
}
function uncut(text) {
  return new Line(plain(text, Number.POSITIVE_INFINITY));
}
function joined(lines2, separator = " ") {
  return new Line(lines2.map((each) => each.text).join(separator));
}
function plain(value, max = MAX_SHOWN_CHARACTERS) {
  const characters = Array.from(value.slice(0, 2 * max + 2).toWellFormed());
  const shown = characters.slice(0, max).join("").replace(UNPRINTABLE, visible);
  const cut2 = characters.length > max ? `\u2026 (cut, ${grouped(value.length)} characters in all)` : "";
  return defuse(shown + cut2);
}
function visible(character) {
  const code2 = character.codePointAt(0) ?? 0;
  if (code2 < 32)
    return String.fromCodePoint(9216 + code2);
  return code2 === 127 ? "\u2421" : `<U+${code2.toString(16).toUpperCase().padStart(4, "0")}>`;
}
function defuse(text) {
  return text.replace(/^(\s*):(?=:)/u, "$1: ").replaceAll("##[", "## [");
}
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
function sizeInWords(bytes) {
  return bytes < 1e3 ? `${bytes} bytes` : `${(bytes / 1e3).toFixed(1)} KB`;
}
function sentence(words) {
  const shown = plain(words.trim());
  return new Line(/[.!?]$/u.test(shown) ? shown : `${shown}.`);
}
const withoutStop = (message) => message.trim().replace(/\.$/u, "");
function createLog(sink, elapsed) {
  const warnings = [];
  let lastLineAt = elapsed();
  const info2 = (text) => {
    lastLineAt = elapsed();
    sink.info(text);
  };
  return {
    warnings,
    lastLineAt: () => lastLineAt,
    info: (message) => info2(message.text),
    debug: (message) => sink.debug(message.text),
    warning: (message) => {
      warnings.push(message);
      lastLineAt = elapsed();
      sink.warning(message.text);
    },
    error: (title, problems) => {
      const more = problems.length - MAX_PROBLEMS;
      const shown = problems.slice(0, MAX_PROBLEMS).map((problem) => problem.text);
      const rest = more > 0 ? [`And ${grouped(more)} more.`] : [];
      sink.error([...shown, ...rest].join("\n"), { title: title.text });
    },
    group: (title, lines2) => {
      sink.startGroup(title.text);
      for (const each of lines2)
        info2(each.text);
      sink.endGroup();
    }
  };
}
const MAX_SILENCE_MS = 1e4;
const systemClock = {
  elapsed: () => performance.now(),
  now: () => Date.now(),
  async sleep(ms, signal) {
    await (0, promises_namespaceObject.setTimeout)(ms, void 0, { signal }).catch(() => signal.throwIfAborted());
  }
};
async function awaited(what, promise, clock, log2) {
  const start = clock.elapsed();
  const done = new AbortController();
  const beat = async () => {
    for (; ; ) {
      const left = log2.lastLineAt() + MAX_SILENCE_MS - clock.elapsed();
      if (left >= 1)
        await clock.sleep(left, done.signal);
      else
        log2.info(line`Still waiting for ${what} (${Math.round((clock.elapsed() - start) / 1e3)} s) …`);
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
class TellableError extends Error {
  name = "TellableError";
  title;
  problems;
  constructor(title, problems, options2) {
    super(joined(problems).text, options2);
    this.title = title;
    this.problems = problems;
  }
}
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
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
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
function prefixIssues(path2, issues) {
  return issues.map((iss) => {
    var _a2;
    (_a2 = iss).path ?? (_a2.path = []);
    iss.path.unshift(path2);
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
function util_issue(...args) {
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
const NEVER = /* @__PURE__ */ Object.freeze({
  status: "aborted"
});
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
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
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
const $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo = core_globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isPlainObject(input)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => {
              if (result2.issues.length) {
                payload.issues.push(...prefixIssues(key, result2.issues));
              }
              payload.value[outKey] = result2.value;
            }));
          } else {
            if (result.issues.length) {
              payload.issues.push(...prefixIssues(key, result.issues));
            }
            payload.value[outKey] = result.value;
          }
        }
      }
      let unrecognized;
      for (const key in input) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input[key];
          } else if (values) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((result2) => {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }));
        } else {
          if (result.issues.length) {
            payload.issues.push(...prefixIssues(key, result.issues));
          }
          payload.value[outKey] = result.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
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
    payload.issues.push(util_issue(_iss));
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
      const pm2 = { ...this.get(p) ?? {} };
      delete pm2.id;
      const f = { ...pm2, ...this._map.get(schema) };
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
function _nonnegative(params) {
  return /* @__PURE__ */ _gte(0, params);
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
function looseObject(shape, params) {
  return new ZodMiniObject({
    type: "object",
    shape,
    catchall: /* @__PURE__ */ unknown(),
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function schemas_extend(schema, shape) {
  return extend(schema, shape);
}
const ZodMiniRecord = /* @__PURE__ */ $constructor("ZodMiniRecord", (inst, def) => {
  $ZodRecord.init(inst, def);
  ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodMiniRecord({
      type: "record",
      keyType: /* @__PURE__ */ schemas_string(),
      valueType: keyType,
      ...normalizeParams(valueType)
    });
  }
  return new ZodMiniRecord({
    type: "record",
    keyType,
    valueType,
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
function withoutSecret(fetch, secret2) {
  return async (url, init) => {
    const answer = await fetch(url, init);
    const text = async () => secrets_hidden(await answer.text(), secret2);
    return {
      ...answer,
      text,
      json: async () => JSON.parse(await text()),
      arrayBuffer: async () => new TextEncoder().encode(await text()).buffer
    };
  };
}
function secrets_hidden(text, secret2) {
  const inJson = JSON.stringify(secret2).slice(1, -1);
  const plain2 = text.replace(ESCAPES, unescaped);
  const shown = plain2.includes(inJson) ? plain2 : text;
  return shown.replaceAll(inJson, "***").replaceAll(secret2, "***");
}
const ESCAPES = /\\(?:u00[2-7][\da-f]|.)/gisu;
function unescaped(found) {
  if (found === "\\/")
    return "/";
  const code2 = found.length === 6 ? Number.parseInt(found.slice(2), 16) : 92;
  if (code2 === 34)
    return '\\"';
  return code2 === 92 ? found.length === 6 ? "\\\\" : found : String.fromCharCode(code2);
}
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
const HTTP = /^https?:$/;
const isHttp = ({ protocol }) => HTTP.test(protocol);
const isLoopback = ({ hostname }) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
const IDLE_MS = 4e3;
function createRoute(protocol, env) {
  const name = protocol === "https:" ? "https_proxy" : "http_proxy";
  const proxy = [name, name.toUpperCase()].find((each) => env[each]) ?? "";
  try {
    const proxyEnv = proxy ? readProxy(name, env[proxy] ?? "", env) : {};
    const options2 = { keepAlive: true, timeout: IDLE_MS, proxyEnv };
    if (protocol === "https:")
      return { agent: new WatchedAgent(options2), send: external_node_https_namespaceObject.request, proxy };
    const http = process.getBuiltinModule("node:http");
    return { agent: new http.Agent(options2), send: http.request, proxy };
  } catch {
    throw new Error(`${proxy} is not the address of an HTTP proxy.`);
  }
}
function readProxy(name, address, env) {
  const url = new URL(address.includes("://") ? address : `http://${address}`);
  if (!isHttp(url))
    throw new TypeError("not an HTTP proxy");
  const hosts = (env.no_proxy || env.NO_PROXY || "").split(/[\s,]+/).filter(Boolean);
  return { [name]: url.href, no_proxy: hosts.flatMap((host) => [host, `.${host}`]).join(",") };
}
class WatchedAgent extends external_node_https_namespaceObject.Agent {
  opened;
  createConnection(...args) {
    this.opened = super.createConnection(...args);
    return this.opened;
  }
}
class TransportError extends Error {
  name = "TransportError";
  kind;
  /** Whether any of the request may have left. False is certain: the server has seen nothing of it. */
  sent;
  /** Node's or OpenSSL's, such as `ECONNREFUSED`. */
  code;
  constructor(kind, sent, message, cause) {
    super(message, cause === void 0 ? void 0 : { cause });
    this.kind = kind;
    this.sent = sent;
    this.code = cause instanceof Error && "code" in cause ? String(cause.code) : void 0;
  }
}
function createFetch(options2) {
  const routes = /* @__PURE__ */ new Map();
  return async (url, init = {}) => {
    const to = URL.parse(String(url));
    if (!to || !isHttp(to))
      throw new TransportError("not-sent", false, "No http(s) address.");
    to.username = to.password = to.hash = "";
    const direct = isLoopback(to);
    const key = `${to.protocol}${direct}`;
    const route = routes.get(key) ?? openRoute(to.protocol, direct ? {} : options2.proxyEnv);
    routes.set(key, route);
    return exchange(to, init, route, options2);
  };
}
function openRoute(protocol, env) {
  try {
    return createRoute(protocol, env);
  } catch (error2) {
    throw new TransportError("not-sent", false, error2 instanceof Error ? error2.message : String(error2));
  }
}
async function exchange(to, init, route, limits) {
  const stopped = Promise.withResolvers();
  let call;
  const stop = (kind, words, cause) => stopped.reject(new TransportError(kind, call?.sent === true, `${to.origin} ${words}.`, cause));
  const onAbort = () => stop("aborted", "is no longer waited for", init.signal?.reason);
  const onLate = () => stop("timeout", `gave no whole answer within ${limits.timeoutMs / 1e3} s`);
  const timer = setTimeout(onLate, limits.timeoutMs);
  init.signal?.addEventListener("abort", onAbort);
  try {
    if (init.signal?.aborted)
      onAbort();
    else
      call = transport_open(to, init, route, limits.timeoutMs);
    const response = call?.response ?? stopped.promise;
    return await Promise.race([stopped.promise, readAnswer(to, response, limits.maxAnswerBytes)]);
  } catch (cause) {
    call?.connection?.destroy();
    throw cause instanceof TransportError ? cause : broken(cause, call?.sent === true, to, route.proxy);
  } finally {
    call?.request.destroy();
    clearTimeout(timer);
    init.signal?.removeEventListener("abort", onAbort);
  }
}
function transport_open(to, init, { agent, send }, timeout) {
  const length = init.body === void 0 ? {} : { "content-length": Buffer.byteLength(init.body) };
  const headers = { ...init.headers, ...length };
  const before = agent.opened;
  const request = send(to, { agent, timeout, method: init.method ?? "GET", headers });
  const { promise: response, resolve, reject } = Promise.withResolvers();
  const connection = agent.opened === before ? void 0 : agent.opened;
  const call = { request, connection, response, sent: false };
  const onReady = () => {
    call.sent = true;
  };
  request.on("socket", (socket) => {
    if (!socket.connecting && !socket.destroyed)
      onReady();
    else
      socket.once("encrypted" in socket ? "secureConnect" : "connect", onReady);
  });
  request.on("response", resolve).on("error", reject);
  request.on("close", () => reject(new Error("closed without an answer")));
  request.end(init.body);
  return call;
}
async function readAnswer(to, response, max) {
  const { statusCode = 0, statusMessage = "", headers } = await response;
  const chunks = [];
  let length = 0;
  for await (const chunk of await response) {
    length += chunk.length;
    if (length > max)
      throw new TransportError("too-large", true, `${to.origin} sent over ${grouped(max)} bytes.`);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const text = async () => new TextDecoder().decode(bytes);
  return {
    status: statusCode,
    statusText: statusMessage,
    url: to.href,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: null,
    text,
    json: async () => JSON.parse(await text()),
    arrayBuffer: async () => new Uint8Array(bytes).buffer
  };
}
function broken(cause, sent, { origin }, proxy) {
  const { code: code2 = "no code", statusCode } = cause;
  if (sent)
    return new TransportError("lost", true, `${origin} gave no whole HTTP answer (${code2}).`, cause);
  const what = /CERT|ISSUER|SIGNATURE/.test(code2) ? "has no trusted certificate" : "could not be reached";
  const status = statusCode ? `, HTTP ${statusCode}` : "";
  const hint = proxy ? ` ${proxy} is set, so the proxy may be at fault.` : "";
  return new TransportError("not-sent", false, `${origin} ${what} (${code2}${status}).${hint}`, cause);
}
class CommentFailure extends Error {
  name = "CommentFailure";
  /** The HTTP status; undefined where there was no answer. */
  status;
  /** Whether it may pass: a 5xx, a rate limit, a lost answer. */
  passing;
  /** What `Retry-After` asks for, in milliseconds. */
  retryAfterMs;
  /** Whether the token lacks a permission. */
  forbidden;
  /** Whether there was no answer at all. */
  get lost() {
    return this.cause instanceof Error && this.cause.cause instanceof TransportError;
  }
  constructor(cause, words, facts) {
    super(words, { cause });
    this.status = facts.status;
    this.passing = facts.passing;
    this.retryAfterMs = facts.retryAfterMs;
    this.forbidden = facts.forbidden;
  }
}
const requestError = /* @__PURE__ */ object({
  status: /* @__PURE__ */ schemas_number(),
  message: /* @__PURE__ */ schemas_string(),
  response: /* @__PURE__ */ optional(/* @__PURE__ */ object({ headers: /* @__PURE__ */ record(/* @__PURE__ */ schemas_string(), /* @__PURE__ */ unknown()), data: /* @__PURE__ */ unknown() }))
});
const errorBody = /* @__PURE__ */ object({
  message: (/* @__PURE__ */ schemas_string()).check(/* @__PURE__ */ _minLength(1)),
  errors: /* @__PURE__ */ schemas_catch(/* @__PURE__ */ array(/* @__PURE__ */ object({ message: /* @__PURE__ */ schemas_catch(/* @__PURE__ */ optional(/* @__PURE__ */ schemas_string()), void 0) })), [])
});
const graphqlError = /* @__PURE__ */ object({
  errors: (/* @__PURE__ */ array(/* @__PURE__ */ object({ type: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_string()), message: /* @__PURE__ */ schemas_string() }))).check(/* @__PURE__ */ _minLength(1))
});
function failureOf(error2) {
  if (error2 instanceof CommentFailure)
    return error2;
  if (error2 instanceof Error && error2.cause instanceof CommentFailure)
    return error2.cause;
  const lost = error2 instanceof Error && error2.cause instanceof TransportError ? error2.cause : void 0;
  if (lost)
    return new CommentFailure(error2, lost.message, {
      status: void 0,
      passing: true,
      retryAfterMs: void 0,
      forbidden: false
    });
  const graphql = safeParse(graphqlError, error2);
  if (graphql.success) {
    const { errors } = graphql.data;
    const words = errors.map(({ message }) => message).join(" ");
    return new CommentFailure(error2, words, {
      status: void 0,
      passing: errors.some(({ type, message }) => type === "RATE_LIMITED" || type === "SERVICE_UNAVAILABLE" || type === void 0 && message.startsWith("Something went wrong")),
      retryAfterMs: void 0,
      forbidden: errors.some(({ type }) => type === "FORBIDDEN")
    });
  }
  const request = safeParse(requestError, error2);
  return request.success ? ofStatus(error2, request.data) : unexpected(error2);
}
function ofStatus(error2, { status, message, response }) {
  const after = String(response?.headers["retry-after"] ?? "");
  const seconds = /^\d+$/u.test(after) ? Number(after) : Number.NaN;
  const { data } = safeParse(errorBody, response?.data);
  const details = data?.errors.flatMap((each) => each.message ?? []) ?? [];
  const words = data ? [data.message, ...details].join(": ") : `HTTP ${status}`;
  const limited = status === 429 || status === 403 && (!Number.isNaN(seconds) || /rate limit/iu.test(message));
  return new CommentFailure(error2, words, {
    status,
    passing: status >= 500 || limited,
    retryAfterMs: Number.isNaN(seconds) ? void 0 : seconds * 1e3,
    forbidden: !limited && (status === 403 || status === 404)
  });
}
function unexpected(error2) {
  const shapeless = error2 instanceof TypeError || error2 instanceof Error && error2.name === "GraphqlResponseError";
  const said = error2 instanceof Error ? error2.message : String(error2);
  const words = shapeless ? "GitHub answered in another shape than documented" : said;
  return new CommentFailure(error2, words, {
    status: void 0,
    passing: false,
    retryAfterMs: void 0,
    forbidden: false
  });
}
const PAGE_SIZE = 100;
function webAddress({ url }) {
  const address = url.length <= MAX_URL_CHARACTERS ? URL.parse(url) : null;
  return address && /^https?:$/u.test(address.protocol) ? address.href : "";
}
const MAX_URL_CHARACTERS = 2048;
const once = (read) => read();
const restComment = /* @__PURE__ */ object({ id: schemas_int(), html_url: /* @__PURE__ */ schemas_string(), body: /* @__PURE__ */ schemas_nullish(/* @__PURE__ */ schemas_string()) });
const discussionComment = /* @__PURE__ */ object({ databaseId: /* @__PURE__ */ nullable(schemas_int()), url: /* @__PURE__ */ schemas_string(), body: /* @__PURE__ */ schemas_string() });
const ADD_COMMENT = `mutation ($discussionId: ID!, $body: String!) {
  addDiscussionComment(input: { discussionId: $discussionId, body: $body }) { comment { databaseId url body } }
}`;
const added = /* @__PURE__ */ object({ addDiscussionComment: /* @__PURE__ */ object({ comment: discussionComment }) });
const LAST_COMMENTS = `query ($discussionId: ID!, $before: String) {
  node(id: $discussionId) {
    ... on Discussion {
      comments(last: ${PAGE_SIZE}, before: $before) {
        nodes { databaseId url body }
        pageInfo { hasPreviousPage startCursor }
      }
    }
  }
}`;
const lastComments = /* @__PURE__ */ object({
  node: /* @__PURE__ */ object({
    comments: /* @__PURE__ */ object({
      nodes: /* @__PURE__ */ array(discussionComment),
      pageInfo: /* @__PURE__ */ object({ hasPreviousPage: /* @__PURE__ */ schemas_boolean(), startCursor: /* @__PURE__ */ nullable(/* @__PURE__ */ schemas_string()) })
    })
  })
});
async function openComments(access2, target) {
  const { getOctokit } = await __nccwpck_require__.e(
    /* import() */
    413
  ).then(__nccwpck_require__.bind(__nccwpck_require__, 2413));
  const silent = () => {
  };
  const octokit = getOctokit(access2.token, {
    baseUrl: access2.apiUrl,
    request: {
      fetch: forOctokit(withoutSecret(access2.fetch, access2.token)),
      parseSuccessResponseBody: false
    },
    log: { debug: silent, info: silent, warn: silent, error: silent }
  });
  return target.kind === "discussion" ? discussionComments(octokit, target) : issueComments(octokit, access2.repository, target);
}
function forOctokit(fetch) {
  return async (...request) => {
    const answer = await fetch(...request);
    if (answer.status >= 300 && answer.status < 400)
      throw redirected(answer.status);
    return { ...answer, body: await answer.json().catch(answer.text) };
  };
}
function redirected(status) {
  const words = `HTTP ${status}, a redirect, which is not followed; the repository may have been renamed or moved`;
  const facts = { status, passing: false, retryAfterMs: void 0, forbidden: false };
  return new CommentFailure(void 0, words, facts);
}
function issueComments(octokit, repository, target) {
  const [owner = "", repo = ""] = repository.split("/");
  const issue2 = { owner, repo, issue_number: target.number };
  const page = async (number2, signal) => {
    const { data, headers } = await octokit.rest.issues.listComments({ ...issue2, per_page: PAGE_SIZE, page: number2, request: { signal } }).catch(fail);
    const last = /[?&]page=(\d+)[^>]*>;\s*rel="last"/u.exec(headers.link ?? "")?.[1];
    return { comments: checked(/* @__PURE__ */ array(restComment), data).map(fromRest), last: last ? Number(last) : number2 };
  };
  return {
    async *newestPages(signal, reading = once) {
      const readPage = (number2) => reading(() => page(number2, signal));
      const start = Math.max(1, Math.ceil((target.knownComments ?? 0) / PAGE_SIZE));
      const first = await readPage(start);
      for (let number2 = first.last; number2 > start; number2 -= 1)
        yield (await readPage(number2)).comments;
      yield first.comments;
      for (let number2 = start - 1; number2 >= 1; number2 -= 1)
        yield (await readPage(number2)).comments;
    },
    async post(body, signal) {
      const { data } = await octokit.rest.issues.createComment({ ...issue2, body, request: { signal } }).catch(fail);
      return fromRest(checked(restComment, data));
    }
  };
}
function discussionComments(octokit, { nodeId }) {
  return {
    async *newestPages(signal, reading = once) {
      const page = async (before) => {
        const variables = { discussionId: nodeId, before, request: { signal } };
        return checked(lastComments, await octokit.graphql(LAST_COMMENTS, variables).catch(fail)).node.comments;
      };
      for (let before = null; ; ) {
        const { nodes, pageInfo } = await reading(() => page(before));
        yield nodes.map(fromDiscussion);
        if (!pageInfo.hasPreviousPage || pageInfo.startCursor === null)
          return;
        before = pageInfo.startCursor;
      }
    },
    async post(body, signal) {
      const variables = { discussionId: nodeId, body, request: { signal } };
      const data = await octokit.graphql(ADD_COMMENT, variables).catch(fail);
      return fromDiscussion(checked(added, data).addDiscussionComment.comment);
    }
  };
}
function fromRest({ id: id2, html_url: url, body }) {
  return { id: String(id2), url, body: body ?? "" };
}
function fromDiscussion({ databaseId, url, body }) {
  return { id: databaseId === null ? "" : String(databaseId), url, body };
}
function checked(schema, data) {
  const result = safeParse(schema, data);
  return result.success ? result.data : fail(new Error("GitHub answered in another shape than documented"));
}
function fail(error2) {
  throw failureOf(error2);
}
const GITHUB_TIMEOUT_MS = 3e4;
const MAX_PAGE_BYTES = 32 * 1048576;
async function openConversation({ runner, settings, trigger }) {
  const { environment, log: log2, createFetch: createFetch2 } = runner;
  if (!settings.comment)
    return void 0;
  const found = findTarget(settings, trigger);
  if (!found) {
    log2.warning(nothingToCommentOn(environment.eventName));
    return void 0;
  }
  if (settings.githubToken === "") {
    log2.warning(line`Input github-token is empty, so the join link cannot be commented. Leave the input out for the job's own token.`);
    return void 0;
  }
  if (!/^[\x21-\x7e]+$/u.test(settings.githubToken)) {
    log2.warning(line`Input github-token holds white space or a character outside ASCII, so it cannot be a token and the join link cannot be commented. Set the secret again, or leave the input out for the job's own token.`);
    return void 0;
  }
  const access2 = {
    token: settings.githubToken,
    apiUrl: environment.githubApiUrl,
    repository: environment.repository,
    fetch: createFetch2({ timeoutMs: GITHUB_TIMEOUT_MS, maxAnswerBytes: MAX_PAGE_BYTES })
  };
  return { subject: found.subject, comments: await openComments(access2, found.target) };
}
function named({ kind, number: number2 }) {
  return line`${kind} #${number2}`;
}
function findTarget({ issueNumber }, trigger) {
  const isTriggers = trigger?.number === issueNumber && trigger?.kind !== "discussion";
  if (issueNumber !== void 0 && !isTriggers) {
    const target = { kind: "issue", number: issueNumber, knownComments: void 0 };
    return { subject: { kind: "issue", number: issueNumber }, target };
  }
  if (!trigger)
    return void 0;
  const { kind, number: number2, nodeId, comments: knownComments } = trigger;
  if (kind !== "discussion")
    return { subject: trigger, target: { kind: "issue", number: number2, knownComments } };
  return nodeId === void 0 ? void 0 : { subject: trigger, target: { kind, nodeId } };
}
function nothingToCommentOn(eventName) {
  return line`Input comment is true, but ${whyNothing(eventName)}. Set issue-number to say where the join link belongs.`;
}
function whyNothing(eventName) {
  if (eventName === "workflow_run") {
    return line`the workflow_run event names no single pull request of this repository (it never does for a fork's)`;
  }
  if (EVENTS_WITH_A_SUBJECT.test(eventName))
    return line`the payload of the event ${eventName} could not be read`;
  return line`the event ${eventName} is about no issue, pull request or discussion`;
}
const EVENTS_WITH_A_SUBJECT = /^(?:issue|pull_request|discussion)/u;
function kebabCase(name) {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
function snakeCase(name) {
  return kebabCase(name).replaceAll("-", "_");
}
const quoted = (value) => {
  if (typeof value === "object" && value !== null)
    return Array.isArray(value) ? "a list" : "a mapping";
  return `"${plain(String(value), 80)}"`;
};
const oneLine = (text) => text.replace(/[\s\u0085]+/gu, " ").trim();
const QUESTION_TYPES = ["Short field", "Email", "Options"];
const VISIBILITIES = ["host", "participants", "public"];
const scalarText = (value) => ["string", "number", "bigint", "boolean"].includes(typeof value) ? String(value).trim() : void 0;
const TEXT_ERROR = "must be text; put it in quotes";
const fields_text = /* @__PURE__ */ schemas_string({ error: TEXT_ERROR });
const flag = /* @__PURE__ */ schemas_boolean({ error: "must be true or false" });
const id = /* @__PURE__ */ pipe(/* @__PURE__ */ transform((value) => value === null || typeof value === "object" ? value : String(value).trim()), (/* @__PURE__ */ schemas_string({ error: TEXT_ERROR })).check(/* @__PURE__ */ refine((value) => !/\s/u.test(value), {
  error: (issue2) => `is ${quoted(issue2.input)}; an id or slug has no white space, for example retrospective`
})));
const visibility = /* @__PURE__ */ schemas_enum(VISIBILITIES, {
  error: (issue2) => `is ${quoted(issue2.input)}, which is not one of ${VISIBILITIES.join(", ")}`
});
const question = /* @__PURE__ */ pipe(/* @__PURE__ */ transform((item) => {
  const words = scalarText(item);
  return words === void 0 ? item : { text: words };
}), /* @__PURE__ */ strictObject({
  text: (/* @__PURE__ */ schemas_string({ error: "has no `text`" })).check(/* @__PURE__ */ refine((words) => words.trim() !== "", { error: "is empty" })),
  type: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_enum(QUESTION_TYPES, {
    error: (issue2) => `has the type ${quoted(issue2.input)}, which is not one of ${QUESTION_TYPES.join(", ")}`
  })),
  required: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_boolean({ error: "has a `required` that is neither true nor false" })),
  options: /* @__PURE__ */ optional(/* @__PURE__ */ array(/* @__PURE__ */ schemas_string({ error: "has an option that is not text; put it in quotes" }), {
    error: "has `options` that are not a list"
  }))
}, {
  error: (issue2) => issue2.code === "unrecognized_keys" ? `was read by YAML as a mapping with ${issue2.keys.map(quoted).join(", ")}, but a question has only text, type, required and options. Plain text with a colon in it needs quotes, as - "Why: time?" has` : "is neither text nor a mapping with `text`"
}));
const groupIdError = (issue2) => `is ${quoted(issue2.input)}; give one group id a line, for example -1001234567890`;
const fields_group = /* @__PURE__ */ pipe(/* @__PURE__ */ transform((item) => {
  const words = scalarText(item);
  return words === void 0 ? item : { group_id: words };
}), /* @__PURE__ */ pipe(/* @__PURE__ */ strictObject({
  channel: /* @__PURE__ */ schemas_default(/* @__PURE__ */ schemas_enum(["telegram"], {
    error: (issue2) => `has the channel ${quoted(issue2.input)}; only telegram is known`
  }), "telegram"),
  group_id: /* @__PURE__ */ pipe(/* @__PURE__ */ transform((value) => scalarText(value) ?? value), (/* @__PURE__ */ schemas_string({ error: "has no `group_id`" })).check(/* @__PURE__ */ _regex(/^[^\s,]+$/u, { error: groupIdError })))
}, {
  error: (issue2) => issue2.code === "unrecognized_keys" ? `has ${issue2.keys.map(quoted).join(", ")}, but a group has only channel and group_id` : "is neither a group id nor a mapping with `group_id`"
}), /* @__PURE__ */ transform(({ channel, group_id }) => ({ channel, groupId: group_id }))));
const list = (item) => (/* @__PURE__ */ array(item, { error: "must be a list" })).check(/* @__PURE__ */ _minLength(1, { error: "is an empty list: leave it out instead" }));
const sessionFields = {
  topic: { from: "text", schema: /* @__PURE__ */ pipe(fields_text, /* @__PURE__ */ transform(oneLine)) },
  goal: { from: "text", schema: fields_text },
  context: { from: "text", schema: fields_text },
  critical: { from: "text", schema: fields_text },
  prompt: { from: "text", schema: fields_text },
  templateId: { from: "text", schema: id },
  projectId: { from: "text", schema: id },
  questions: { from: "list", schema: list(question) },
  crossPollination: { from: "boolean", schema: flag },
  widgetsEnabled: { from: "boolean", schema: flag },
  resultsVisibility: { from: "text", schema: visibility },
  distribution: { from: "list", schema: list(fields_group) }
};
const fieldNames = Object.keys(sessionFields);
function parseField(name, value) {
  const result = safeParse(sessionFields[name].schema, value);
  if (result.success)
    return { ok: true, value: result.data };
  const { issues } = result.error;
  const told = /* @__PURE__ */ new Set();
  const problems = issues.flatMap(({ path: path2, message, code: code2 }) => {
    const [item] = path2;
    const strange = issues.some((issue2) => issue2.code === "unrecognized_keys" && issue2.path[0] === item);
    if (strange && code2 !== "unrecognized_keys")
      return [];
    if (told.size === told.add(`${String(item)} ${message}`).size)
      return [];
    return [{ item: typeof item === "number" ? item : void 0, words: message }];
  });
  return { ok: false, problems };
}
function apiBody(request) {
  const body = {};
  for (const name of fieldNames)
    if (request[name] !== void 0)
      body[snakeCase(name)] = request[name];
  if (request.distribution) {
    body.distribution = request.distribution.map(({ channel, groupId }) => ({ channel, group_id: groupId }));
  }
  return body;
}
const schema_MAX_URL_CHARACTERS = 2048;
const joinUrl = /* @__PURE__ */ pipe(/* @__PURE__ */ schemas_string(), /* @__PURE__ */ transform((value, context) => {
  const url = URL.parse(value);
  const web = url?.protocol === "https:" || url?.protocol === "http:";
  if (url && web && url.href.length <= schema_MAX_URL_CHARACTERS)
    return url.href;
  context.issues.push({ code: "custom", message: "is no http or https address", input: value });
  return NEVER;
}));
const lenient = (schema) => /* @__PURE__ */ schemas_catch(/* @__PURE__ */ optional(schema), void 0);
const common = {
  // It goes into addresses, where half a surrogate pair cannot stand and dots would lead elsewhere.
  id: (/* @__PURE__ */ schemas_string()).check(/* @__PURE__ */ _regex(/^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}]{1,500}$/u)),
  topic: lenient(/* @__PURE__ */ schemas_string()),
  goal: lenient(/* @__PURE__ */ schemas_string()),
  status: lenient(/* @__PURE__ */ schemas_string()),
  participant_count: lenient(/* @__PURE__ */ schemas_number()),
  created_at: lenient(/* @__PURE__ */ schemas_string()),
  updated_at: lenient(/* @__PURE__ */ schemas_string())
};
const createdSchema = /* @__PURE__ */ looseObject({
  ...common,
  join_url: joinUrl,
  chain: lenient(/* @__PURE__ */ looseObject({ status: /* @__PURE__ */ schemas_string(), message: lenient(/* @__PURE__ */ schemas_string()) }))
});
const listedSchema = /* @__PURE__ */ object(common);
const listSchema = /* @__PURE__ */ object({ data: /* @__PURE__ */ array(/* @__PURE__ */ schemas_catch(/* @__PURE__ */ nullable(listedSchema), null)) });
const errorSchema = /* @__PURE__ */ object({ error: /* @__PURE__ */ object({ code: lenient(/* @__PURE__ */ schemas_string()), message: /* @__PURE__ */ schemas_string() }) });
const PRIVATE_MEMBERS = ["context", "critical", "prompt", "summary", "session_md"];
function createdSession(answer) {
  const shared = Object.entries(answer).filter(([member, value]) => !PRIVATE_MEMBERS.includes(member) && !isDeep(value));
  return { ...sessionOf(answer, answer.join_url), chain: answer.chain, answer: Object.fromEntries(shared) };
}
function isDeep(value, left = 100) {
  if (typeof value !== "object" || value === null)
    return false;
  return left === 0 || Object.values(value).some((each) => isDeep(each, left - 1));
}
function listedSession(listed2, joinUrl2) {
  return { ...sessionOf(listed2, joinUrl2), chain: void 0, answer: { ...listed2, join_url: joinUrl2 } };
}
function joinUrlOf(id2, site) {
  return `${site}/chat?s=${encodeURIComponent(id2)}`;
}
function sessionOf(listed2, joinUrl2) {
  const { id: id2, topic, goal, status, participant_count, created_at, updated_at } = listed2;
  return {
    id: id2,
    joinUrl: joinUrl2,
    topic,
    goal,
    status,
    participantCount: participant_count,
    createdAt: created_at,
    updatedAt: updated_at
  };
}
const USER_AGENT = "harmonica-session-action/1.0.0";
const GATEWAY_TIMEOUTS = [408, 499];
const LIST_LIMIT = 100;
class ApiError extends Error {
  name = "ApiError";
  status;
  /** The API's own words, else undefined (an HTML page, an empty body). */
  words;
  /** What `Retry-After` asks for, in milliseconds. */
  retryAfterMs;
  constructor(answer, text, now) {
    super(`HTTP ${answer.status}`);
    this.status = answer.status;
    this.words = wordsOf(answer, text);
    this.retryAfterMs = retryAfter(answer, now);
  }
}
function reasonOf(cause) {
  if (cause instanceof TransportError)
    return line`${withoutStop(cause.message)}`;
  if (cause.status < 300)
    return line`Harmonica answered ${cause.status}, but in another shape than documented`;
  const words = cause.words === void 0 ? line`` : line` (${withoutStop(cause.words)})`;
  return line`Harmonica answered ${cause.status}${words}`;
}
function createClient(anyFetch, { base }, apiKey) {
  const fetch = withoutSecret(anyFetch, apiKey);
  const headers = { authorization: `Bearer ${apiKey}`, accept: "application/json", "user-agent": USER_AGENT };
  const read = async (path2, schema, signal) => {
    const answer = await fetch(`${base}${path2}`, { headers, signal });
    const text = await answer.text();
    const result = answer.status === 200 ? safeParse(schema, parseJson(text)) : void 0;
    if (!result?.success)
      throw new ApiError(answer, text, Date.now());
    return { data: result.data, answer };
  };
  return {
    async createSession(request, signal) {
      try {
        const answer = await fetch(`${base}/sessions`, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify(apiBody(request)),
          signal
        });
        return outcomeOf(answer, await answer.text());
      } catch (error2) {
        if (!(error2 instanceof TransportError))
          throw error2;
        return { kind: error2.sent ? "unknown" : "unsent", cause: error2 };
      }
    },
    async listSessions(fragment, signal) {
      const query = new URLSearchParams({ ...fragment && { q: fragment }, limit: String(LIST_LIMIT) });
      const { data, answer } = await read(`/sessions?${query}`, listSchema, signal);
      return { sessions: data.data.filter((item) => item !== null), serverTime: dateOf(answer) };
    },
    async getSession(id2, signal) {
      return (await read(`/sessions/${encodeURIComponent(id2)}`, listedSchema, signal)).data;
    }
  };
}
function outcomeOf(answer, text) {
  const { status } = answer;
  if (status >= 200 && status < 300) {
    const created = safeParse(createdSchema, parseJson(text));
    if (created.success)
      return { kind: "created", session: createdSession(created.data) };
  }
  const cause = new ApiError(answer, text, Date.now());
  if (status === 429)
    return { kind: "busy", cause };
  const refused = status >= 300 && status < 500 && !GATEWAY_TIMEOUTS.includes(status);
  return { kind: refused ? "refused" : "unknown", cause };
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function wordsOf(answer, text) {
  const json = parseJson(text);
  const envelope = safeParse(errorSchema, json);
  if (envelope.success)
    return envelope.data.error.message.trim() || void 0;
  const plainText = answer.headers.get("content-type")?.startsWith("text/plain");
  return plainText && answer.status >= 400 && json === void 0 && oneLine(text) || void 0;
}
function retryAfter(answer, now) {
  const value = answer.headers.get("retry-after")?.trim();
  if (!value)
    return void 0;
  if (/^\d+$/u.test(value))
    return Number(value) * 1e3;
  const until = Date.parse(value);
  return Number.isNaN(until) ? void 0 : Math.max(0, until - (dateOf(answer) ?? now));
}
function dateOf(answer) {
  const time = Date.parse(answer.headers.get("date") ?? "");
  return Number.isNaN(time) ? void 0 : time;
}
const MAX_RETRY_AFTER_MS = 12e4;
async function waitForNextTry(failure2, tries, tools) {
  const { clock, log: log2, random, retries, cancelled: cancelled2 } = tools;
  const drawn = 1e3 * 2 ** (tries - 1) * random();
  const ms = Math.min((failure2.retryAfterMs ?? 0) + drawn, MAX_RETRY_AFTER_MS);
  const seconds = (ms / 1e3).toFixed(1);
  log2.info(line`${failure2.reason}. Trying again in ${seconds} s (try ${tries + 1} of ${retries + 1}).`);
  await awaited(line`the next try`, clock.sleep(ms, cancelled2), clock, log2);
}
async function withRetries(what, read, passing, tools) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await awaited(what, read(), tools.clock, tools.log);
    } catch (error2) {
      const failure2 = tools.cancelled.aborted ? void 0 : passing(error2);
      if (!failure2 || tries > tools.retries)
        throw error2;
      await waitForNextTry(failure2, tries, tools);
    }
  }
}
function refusal(cause, attempted2) {
  const words = cause.words === void 0 ? line`` : line` It says: ${sentence(cause.words)}`;
  const problem = line`Harmonica answered ${cause.status}.${words} ${usualCause(cause.status, attempted2)}`;
  const title = attempted2.doubtfulSince === void 0 ? line`Harmonica refused the session` : line`A session may exist`;
  return new TellableError(title, [problem, ...doubts(attempted2)], { cause });
}
function unreachable(cause, tries, attempted2) {
  const advice = "status" in cause ? line`All calls with one key share a limit (100 a minute, says the documentation). Run the job again later, or raise retries.` : line`Check input api-url (${attempted2.base}) and, behind a proxy, HTTPS_PROXY and NO_PROXY.`;
  return new TellableError("status" in cause ? line`Harmonica took no more requests` : line`Harmonica could not be reached`, [
    line`${reasonOf(cause)}, in ${tries} ${tries === 1 ? "try" : "tries"}. No session was opened. ${advice}`
  ], { cause });
}
function mayExist(why, attempted2) {
  return new TellableError(line`A session may exist`, [line`${why}.`, ...doubts(attempted2)]);
}
function cancelled(attempted2) {
  return attempted2.doubtfulSince === void 0 ? cancelledEarly() : mayExist(line`The run was cancelled`, attempted2);
}
function cancelledEarly() {
  return new TellableError(line`Cancelled`, [line`The run was cancelled before a session was opened.`]);
}
function doubts({ topic, doubtfulSince }) {
  if (doubtfulSince === void 0)
    return [];
  const time = new Date(doubtfulSince).toISOString();
  return [
    line`A session with the topic "${topic}" may have been made at ${time} (the runner's clock) or soon after, but its link is not known here. Look for it in Harmonica before you run this again.`
  ];
}
function usualCause(status, { base, bytes }) {
  switch (status) {
    case 400:
      return line`Something in the request is missing or malformed. Run the step with dry-run: true to see the request.`;
    case 401:
      return line`The key was not accepted. Check that the secret holds the whole key (hm_live_ and 32 hexadecimal digits), that it has not been revoked, and that it belongs to ${base}. Keys are made at app.harmonica.chat/profile under API Keys. If the key is right, the service may be disturbed: run the job again later.`;
    case 402:
      return line`The plan of the key's owner does not cover this. See the plan's limits at app.harmonica.chat.`;
    case 403:
      return line`The key's owner has no access to what the request names. Check template-id and project-id, and whose key it is.`;
    case 413:
      return line`The request had ${grouped(bytes)} bytes, and Harmonica takes some 4.5 MB. Shorten the context.`;
    case 431:
      return line`The request's headers were too large, and only the key can make them so. Check that the secret in api-key holds the key and nothing else.`;
    case 422:
      return line`Harmonica understood the request but cannot carry it out. Check template-id, project-id and the plan's limits.`;
    case 404:
    case 405:
      return line`There is no Harmonica API at ${base}. ${API_URL_HINT}`;
    default:
      return status < 400 ? line`That is a redirect, and none is followed, so that the key stays with ${base}. ${API_URL_HINT}` : line`Run the step with dry-run: true to see the request. If it looks right, run the job again later or ask Harmonica's support.`;
  }
}
const API_URL_HINT = "Check input api-url; left out, it is https://app.harmonica.chat/api/v1.";
const FIRST_INTERVAL_MS = 1e3;
const MAX_INTERVAL_MS = 1e4;
const CLOCK_RESOLUTION_MS = 1e3;
const MAX_FRAGMENT_CHARACTERS = 100;
async function lookFor(request, since, windowMs, tools) {
  const { clock, log: log2, cancelled: cancelled2 } = tools;
  const endsAt = clock.elapsed() + windowMs;
  let interval = FIRST_INTERVAL_MS;
  for (let failures = 0; ; ) {
    const last = clock.elapsed() >= endsAt;
    const listing = await look_list(request, tools);
    if ("failure" in listing) {
      failures += 1;
      if (last && failures > tools.retries)
        return { kind: "unlearnt", reason: reasonOf(listing.failure) };
    } else {
      failures = 0;
      const [newest, ...others] = matches(listing, request, since, clock);
      if (newest)
        return { kind: "found", sessions: [newest, ...others] };
      if (last)
        return undated(listing, request) ?? { kind: "absent" };
    }
    const ms = pause(listing, interval, endsAt - clock.elapsed());
    const why = "failure" in listing ? reasonOf(listing.failure) : line`It is not there yet`;
    log2.info(line`${why}. Looking again in ${(ms / 1e3).toFixed(1)} s.`);
    await awaited(line`the next look`, clock.sleep(ms, cancelled2), clock, log2);
    interval = Math.min(2 * interval, MAX_INTERVAL_MS);
  }
}
async function look_list(request, { client, clock, log: log2, cancelled: cancelled2 }) {
  try {
    const listing = client.listSessions(searchFragment(request), cancelled2);
    return await awaited(line`Harmonica's list of sessions`, listing, clock, log2);
  } catch (error2) {
    cancelled2.throwIfAborted();
    if (error2 instanceof ApiError || error2 instanceof TransportError)
      return { failure: error2 };
    throw error2;
  }
}
function searchFragment({ topic, goal }) {
  for (const text of [topic, goal]) {
    const runs = text.match(/[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu) ?? [];
    const longest = runs.reduce((best, run2) => run2.length > best.length ? run2 : best, "");
    if (longest !== "")
      return Array.from(longest).slice(0, MAX_FRAGMENT_CHARACTERS).join("").trim();
  }
  return void 0;
}
function matches({ sessions, serverTime }, request, since, clock) {
  const passed = clock.elapsed() - since.elapsed;
  const earliest = (serverTime === void 0 ? since.wall : serverTime - passed) - CLOCK_RESOLUTION_MS;
  return sessions.filter((session) => sameSession(session, request) && Date.parse(session.created_at ?? "") >= earliest);
}
function sameSession(session, { topic, goal }) {
  return oneLine(session.topic ?? "") === topic && session.goal?.trim() === goal.trim();
}
function undated({ sessions }, request) {
  const equal = sessions.find((session) => sameSession(session, request) && Number.isNaN(Date.parse(session.created_at ?? "")));
  return equal && {
    kind: "unlearnt",
    reason: line`session ${equal.id} has the same topic and goal, but no time of creation`
  };
}
function pause(listing, interval, left) {
  const asked = "failure" in listing && listing.failure instanceof ApiError ? listing.failure.retryAfterMs : void 0;
  if (asked !== void 0)
    return Math.min(Math.max(asked, interval), MAX_RETRY_AFTER_MS);
  return left > 0 ? Math.min(interval, left) : interval;
}
const SHORT_LOOK_MS = 1e4;
const LONG_LOOK_MS = 6e4;
async function createOnce(request, tools) {
  const creation = { request, tools, doubtful: void 0, posts: 0 };
  try {
    const session = await createWithRetries(creation);
    return { session, warnOfTwins: () => warnOfTwins(session, creation) };
  } catch (error2) {
    if (error2 instanceof TellableError || !tools.cancelled.aborted)
      throw error2;
    throw cancelled(attempted(creation));
  }
}
async function createWithRetries(creation) {
  const { request, tools } = creation;
  const { client, clock, log: log2, retries } = tools;
  for (let tries = 1; ; tries += 1) {
    tools.cancelled.throwIfAborted();
    const startedAt = { elapsed: clock.elapsed(), wall: clock.now() };
    const posting = client.createSession(request, tools.graceOver);
    const outcome = await awaited(line`Harmonica's answer`, posting, clock, log2);
    if (outcome.kind === "created" || outcome.kind === "unknown")
      creation.posts += 1;
    if (outcome.kind === "created")
      return outcome.session;
    if (outcome.kind === "unknown")
      creation.doubtful ??= startedAt;
    const { cause } = outcome;
    const last = tries > retries || outcome.kind === "refused";
    if (outcome.kind === "unknown" || last) {
      const found2 = await findLost(cause, lookLength(outcome, tools.timeoutMs), creation);
      if (found2)
        return found2;
    }
    if (outcome.kind === "refused")
      throw refusal(outcome.cause, attempted(creation));
    if (last)
      throw givenUp(cause, tries, creation);
    const retryAfterMs = cause instanceof ApiError ? cause.retryAfterMs : void 0;
    await waitForNextTry({ reason: reasonOf(cause), retryAfterMs }, tries, tools);
    const found = await findLost(cause, 0, creation);
    if (found)
      return found;
  }
}
async function findLost(cause, lookMs, creation) {
  const { request, tools, doubtful } = creation;
  if (!doubtful)
    return void 0;
  if (lookMs > 0)
    tools.log.info(line`${reasonOf(cause)}. Looking whether the session was made all the same.`);
  const result = await lookFor(request, doubtful, lookMs, tools);
  if (result.kind === "unlearnt") {
    throw mayExist(line`${reasonOf(cause)}, and the list of sessions could not be read: ${result.reason}`, attempted(creation));
  }
  if (result.kind === "absent")
    return void 0;
  const [newest] = result.sessions;
  tools.log.info(line`Found it: session ${newest.id}.`);
  return listedSession(newest, joinUrlOf(newest.id, tools.apiUrl.site));
}
function lookLength({ kind, cause }, timeoutMs) {
  if (kind !== "unknown")
    return 0;
  const slow = cause instanceof TransportError ? cause.kind === "timeout" : cause.status === 504;
  return slow ? Math.min(Math.max(timeoutMs, SHORT_LOOK_MS), LONG_LOOK_MS) : SHORT_LOOK_MS;
}
async function warnOfTwins(session, { request, tools, doubtful, posts }) {
  const { log: log2 } = tools;
  if (!doubtful || posts < 2)
    return;
  const result = await lookFor(request, doubtful, 0, { ...tools, retries: 0 }).catch(() => void 0);
  if (result === void 0 || result.kind === "unlearnt") {
    log2.warning(line`An answer of Harmonica's was lost, and it could not be looked up whether its session was stored late: this session may have a twin with the same topic. Nobody was given its link.`);
  }
  const sessions = result?.kind === "found" ? result.sessions : [];
  const twins = sessions.filter(({ id: id2 }) => id2 !== session.id).map(({ id: id2 }) => line`${id2}`);
  if (twins.length === 0)
    return;
  log2.warning(line`An answer of Harmonica's was lost and its session stored late, so this session has a twin: ${joined(twins, ", ")}. Nobody was given its link. The API cannot remove it; its host can, in Harmonica.`);
}
function givenUp(cause, tries, creation) {
  return creation.doubtful ? mayExist(reasonOf(cause), attempted(creation)) : unreachable(cause, tries, attempted(creation));
}
function attempted({ request, tools, doubtful }) {
  return {
    base: tools.apiUrl.base,
    topic: request.topic,
    bytes: Buffer.byteLength(JSON.stringify(apiBody(request))),
    doubtfulSince: doubtful?.wall
  };
}
const PAUSE_MS = 2e3;
const MAX_PAUSE_MS = 6e4;
async function postOnce(comments, body, mark, tools) {
  const { clock, log: log2, signal } = tools;
  try {
    return await awaited(line`GitHub's answer`, comments.post(body, signal), clock, log2);
  } catch (error2) {
    if (signal.aborted || !(error2 instanceof CommentFailure) || !error2.passing)
      throw error2;
    const ms = Math.min(error2.retryAfterMs ?? PAUSE_MS, MAX_PAUSE_MS);
    const words = withoutStop(error2.message);
    log2.info(line`GitHub did not take the comment (${words}). Trying once more in ${ms / 1e3} s.`);
    await awaited(line`the next try`, clock.sleep(ms, signal), clock, log2);
    const again = async () => await findComment(comments, mark, signal) ?? comments.post(body, signal);
    return awaited(line`GitHub's answer`, again(), clock, log2);
  }
}
async function findComment(comments, mark, signal) {
  for await (const page of comments.newestPages(signal)) {
    if (page.length > 0)
      return page.findLast(({ body }) => body.includes(mark));
  }
  return void 0;
}
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
const contentSchema = /* @__PURE__ */ object({
  repository: /* @__PURE__ */ schemas_string(),
  number: schemas_int(),
  sessionKey: /* @__PURE__ */ schemas_string(),
  sessionId: /* @__PURE__ */ schemas_string(),
  joinUrl
});
const MARKER = /<!-- harmonica-session v1 ([\w-]{1,8192})\.([\w-]{43}) -->/gu;
function signMarker(content, apiKey) {
  const encoded = Buffer.from(JSON.stringify(content)).toString("base64url");
  return `<!-- harmonica-session v1 ${encoded}.${signature(encoded, apiKey)} -->`;
}
function findMarkers(text, apiKey) {
  return Array.from(text.matchAll(MARKER), ([, encoded = "", signed = ""]) => {
    const same = (0, external_node_crypto_namespaceObject.timingSafeEqual)(Buffer.from(signed), Buffer.from(signature(encoded, apiKey)));
    if (!same)
      return { kind: "foreign" };
    const content = readContent(encoded);
    return content ? { kind: "verified", content } : { kind: "foreign" };
  });
}
function signature(encoded, apiKey) {
  return (0, external_node_crypto_namespaceObject.createHmac)("sha256", apiKey).update(encoded).digest("base64url");
}
function readContent(encoded) {
  try {
    return safeParse(contentSchema, JSON.parse(Buffer.from(encoded, "base64url").toString("utf8"))).data;
  } catch {
    return void 0;
  }
}
const GAP = "\u200B";
const HARD_BREAK = "  \n";
const LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const markdown_UNPRINTABLE = /[^\P{Cc}\t\n\r\u0085]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const MAX_DROPPED_CHARACTERS = 40;
let trust;
class Markdown {
  static {
    trust = (text) => new Markdown(text);
  }
  text;
  /** Keeps other types that have a `text`, a log's line say, from passing for this one. */
  safe = true;
  constructor(text) {
    this.text = text;
  }
}
function md(words, ...values) {
  const shown = values.map((value, index) => {
    if (typeof value === "number")
      return escapeText(String(value));
    const text = value instanceof Markdown ? value.text : escapeText(value);
    const before = value instanceof Markdown || index === 0 || words[index] !== "" ? "" : GAP;
    const after = /^[.)]/u.test(words[index + 1] ?? "") && /(?:^|\n)\d+$/u.test(text) ? GAP : "";
    return before + text + after;
  });
  return trust(String.raw({ raw: words }, ...shown));
}
function markdown_oneLine(text) {
  return trust(escapeText(text, " "));
}
function escapeText(text, lineBreak = HARD_BREAK) {
  const lines2 = linesOf(text.replaceAll("	", " ")).map((each) => each.trim());
  let escaped = lines2.filter((each) => each !== "").join("\n");
  for (const [pattern, replaced] of markdown_ESCAPES)
    escaped = escaped.replace(pattern, replaced);
  return escaped.replaceAll("\n", lineBreak);
}
function markdown_link(text, url) {
  const destination = new URL(url).href.replace(/&(?=#?\w+;)/gu, "&amp;").replace(/[\\()<>|]/gu, "\\$&");
  return trust(`[${markdown_oneLine(text).text}](${destination})`);
}
function code(text) {
  const shown = linesOf(text).join(" ");
  const fence = "`".repeat(longestRun(shown, /`+/gu) + 1);
  const pad = /^[` ]|[` ]$/u.test(shown) && /[^ ]/u.test(shown) ? " " : "";
  return trust(fence + pad + shown + pad + fence);
}
function codeBlock(text, language = "") {
  const fence = "`".repeat(Math.max(3, longestRun(text, /`+/gu) + 1));
  return trust([fence + language.replace(/[^\w+#.-]/gu, ""), linesOf(text).join("\n"), fence].join("\n"));
}
function raw(markdown) {
  const own2 = markdown.toWellFormed().trim();
  return trust(/[`~]{3}|<[a-z!?/]/iu.test(own2) ? `${own2}

${closing(own2)}` : own2);
}
function cut(text, max) {
  if (text.length <= max)
    return text;
  const end = new Intl.Segmenter().segment(text).containing(max - 1)?.index ?? 0;
  const start = Math.max(0, end - MAX_DROPPED_CHARACTERS);
  const gap = text.slice(start, end + 1).search(/\s\S*$/u);
  return `${text.slice(0, gap < 0 ? end : start + gap).trimEnd()}\u2026`;
}
const backslash = (found) => `\\${found}`;
const gapAfter = (found) => found + GAP;
const markdown_ESCAPES = [
  [/\\(?=[!-/:-@[-`{-~]|$)/gm, backslash, "escape, hard break"],
  [/&(?=#|\w\w|\w?$)/gm, () => "&amp;", "character reference"],
  [/</g, () => "&lt;", "HTML, autolink"],
  [/^>/gm, () => "&gt;", "quotation"],
  [/:(?=\/\/|[\w+-]+(?::|$))|^:(?=-)/gm, gapAfter, "address, emoji code, table"],
  [/\[(?=!|[ x](?:\]|$))/gim, gapAfter, "alert, task box"],
  [/[*`~|[\]]|^[-+=]/gm, backslash, "emphasis, code, strikethrough, table, link, list, underline"],
  [/^(?=\^)/gm, gapAfter, "footnote, in our brackets"],
  [/_(?<![a-z0-9]_)|_(?![a-z0-9])/gi, backslash, "emphasis"],
  [/[.)](?<=^\d{1,9}.)(?=\s|$)/gm, backslash, "ordered list"],
  [/!$/gm, gapAfter, "image, where a link follows"],
  [/[@#]/g, gapAfter, "mention, reference, mail address, heading"],
  [/gh-(?<![a-z0-9]gh-)/gi, gapAfter, "reference"],
  [/www(?=\.|$)/gim, gapAfter, "address"],
  [/(?<![a-z0-9])[0-9a-f]{7,}(?![a-z0-9])/gi, (found) => found.replace(/.{6}(?=.)/g, gapAfter), "commit"],
  // A parser that pairs dollars heeds the backslash. GitHub's filter pairs them in the rendered text, but
  // only within an element: an own one is what GitHub's docs (and MathJax's) ask for, while U+200B beside a
  // dollar is not told of.
  [/\$/g, () => "<span>\\$</span>", "math"]
];
function linesOf(text) {
  return text.toWellFormed().replace(markdown_UNPRINTABLE, visible).split(LINE_ENDS);
}
function longestRun(text, run2) {
  let longest = 0;
  for (const [found] of text.matchAll(run2))
    longest = Math.max(longest, found.length);
  return longest;
}
function closing(own2) {
  const longest = Math.max(3, longestRun(own2, /`+|~+/gu));
  const names = Array.from(own2.matchAll(/<([a-z][a-z0-9-]*)(?=[\s/>]|$)/giu), ([, name]) => name ?? "");
  const elements = names.filter((name) => !/^(?:p|br)$/iu.test(name)).map((name) => `</${name}>`);
  return [
    "<!--",
    "`".repeat(longest),
    "<!--",
    "~".repeat(longest),
    `<!-- "'></script></style></pre></textarea>?>]]>-->${elements.reverse().join("")}`
  ].join("\n");
}
const MAX_COMMENT_CHARACTERS = 65536;
const MAX_LINK_CHARACTERS = 200;
function renderComment(content) {
  for (let limit = MAX_COMMENT_CHARACTERS; ; limit = Math.floor(limit / 2)) {
    const body = renderWithin(content, limit);
    if (body.length <= MAX_COMMENT_CHARACTERS)
      return body;
  }
}
function renderWithin({ request, joinUrl: joinUrl2, message, run: run2, marker }, limit) {
  const { topic, goal, critical } = request;
  const texts = [message, topic, goal, critical ?? ""];
  const parts = [
    raw(cut(message, limit)),
    md`**Topic:** ${cut(topic, limit)}`,
    md`**Goal:** ${cut(goal, limit)}`,
    ...critical ? [md`**Critical question:** ${cut(critical, limit)}`] : [],
    ...texts.some((text) => text.length > limit) ? [md`(Shortened: the whole was too long for a comment.)`] : [],
    md`**${markdown_link(`Join the session: ${cut(topic, MAX_LINK_CHARACTERS)}`, joinUrl2)}**`,
    md`You talk in private with an AI facilitator, whenever it suits you; all answers are then brought together for the host.${audience(request)} Anyone who has this link can join.`,
    md`<sub>Opened by the workflow run ${markdown_link(cut(run2.name, MAX_LINK_CHARACTERS), run2.url)}.</sub>`
  ];
  const body = parts.map((part) => part.text).join("\n\n");
  return marker === "" ? body : `${body}

${marker}`;
}
function audience({ resultsVisibility }) {
  return resultsVisibility ? md` ${AUDIENCES[resultsVisibility]}` : md``;
}
const AUDIENCES = {
  host: "Only the host sees the results.",
  participants: "Everyone who completes the session sees the results.",
  public: "Anyone who has the link sees the results."
};
function markerScope({ runner, settings }, number2) {
  const { repository, repositoryId, stepKey } = runner.environment;
  const matrix = settings.matrix === "" ? "" : ` ${settings.matrix}`;
  return {
    repository: repositoryId || repository,
    number: number2,
    sessionKey: settings.sessionKey || stepKey + matrix
  };
}
async function invite(step, session, { subject, comments }) {
  const { runner, settings, trigger } = step;
  const { log: log2 } = runner;
  const { id: sessionId, joinUrl: joinUrl2 } = session;
  try {
    const marker = signMarker({ ...markerScope(step, subject.number), sessionId, joinUrl: joinUrl2 }, settings.apiKey);
    const body = renderInvitation(step, joinUrl2, marker);
    const comment = await postOnce(comments, body, marker, { ...runner, signal: runner.graceOver });
    const invitation = invitationOf(comment, subject);
    log2.info(line`Commented on ${named(subject)}: ${invitation.url}`);
    return invitation;
  } catch (error2) {
    const why = whatToMend(error2, subject, trigger);
    log2.warning(line`The join link could not be commented on ${named(subject)}. ${why} The session is open: its link is in the step's outputs${settings.summary ? " and the job summary" : ""}.`);
    return void 0;
  }
}
function invitationOf(comment, subject) {
  return { id: comment.id, url: webAddress(comment), on: named(subject).text };
}
function renderInvitation({ runner, settings, plan }, joinUrl2, marker) {
  const { run: run2 } = runner.environment;
  return renderComment({ request: plan.request, joinUrl: joinUrl2, message: settings.commentMessage, run: run2, marker });
}
function whatToMend(error2, subject, trigger) {
  const words = withoutStop(error2 instanceof Error ? error2.message : String(error2));
  if (!(error2 instanceof CommentFailure) || error2.lost)
    return line`${words}.`;
  const cure = cureOf(error2, subject, trigger);
  return cure ? line`GitHub says: ${words}. ${cure}` : line`GitHub says: ${words}.`;
}
function cureOf(error2, subject, trigger) {
  const permission = PERMISSIONS[subject.kind];
  if (error2.status === 401)
    return line`Check input github-token; left out, it is the job's own token.`;
  if (error2.status === 404) {
    return line`Either there is no ${named(subject)} (check issue-number), or the job lacks the permission ${permission}.`;
  }
  if (!error2.forbidden)
    return void 0;
  if (/more than [\d,]+ comments/iu.test(error2.message)) {
    return line`The ${named(subject)} is full: continue in a new one, or name another issue by issue-number.`;
  }
  if (/locked/iu.test(error2.message)) {
    return line`Unlock the conversation, or name another issue by issue-number. If it is not locked, the job lacks the permission ${permission}.`;
  }
  if (trigger?.fork) {
    return line`The job needs the permission ${permission}. This pull request comes from a fork, whose runs get a token that can only read.`;
  }
  return line`The job needs the permission ${permission}. If the workflow grants it: permissions of the job replace those of the workflow, a run for a fork or for Dependabot gets a token that can only read, and nobody can comment where the conversation is locked.`;
}
const PERMISSIONS = {
  issue: "issues: write (for a pull request, pull-requests: write)",
  "pull request": "pull-requests: write",
  discussion: "discussions: write"
};
const subjectSchema = /* @__PURE__ */ object({
  number: schemas_int().check(/* @__PURE__ */ _positive()),
  node_id: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_string()),
  title: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_string()),
  body: /* @__PURE__ */ schemas_nullish(/* @__PURE__ */ schemas_string()),
  comments: /* @__PURE__ */ optional(schemas_int().check(/* @__PURE__ */ _nonnegative()))
});
const repositoryOf = /* @__PURE__ */ schemas_nullish(/* @__PURE__ */ object({ repo: /* @__PURE__ */ schemas_nullish(/* @__PURE__ */ object({ id: schemas_int() })) }));
const pullRequestSchema = /* @__PURE__ */ schemas_extend(subjectSchema, { head: repositoryOf, base: repositoryOf });
const payloadSchema = /* @__PURE__ */ object({
  repository: /* @__PURE__ */ optional(/* @__PURE__ */ object({ id: schemas_int() })),
  issue: /* @__PURE__ */ optional(/* @__PURE__ */ schemas_extend(subjectSchema, { pull_request: /* @__PURE__ */ optional(/* @__PURE__ */ unknown()) })),
  pull_request: /* @__PURE__ */ optional(pullRequestSchema),
  discussion: /* @__PURE__ */ optional(subjectSchema),
  workflow_run: /* @__PURE__ */ optional(/* @__PURE__ */ object({ pull_requests: /* @__PURE__ */ array(pullRequestSchema) }))
});
function readTrigger(eventName, payload) {
  const { data } = safeParse(payloadSchema, payload);
  switch (eventName) {
    case "issues":
    case "issue_comment":
      return data?.issue && about(data.issue.pull_request ? "pull request" : "issue", data.issue);
    case "pull_request":
    case "pull_request_target":
    case "pull_request_review":
    case "pull_request_review_comment": {
      const pull = data?.pull_request;
      const restricted = eventName !== "pull_request_target";
      return pull && {
        ...about("pull request", pull),
        fork: restricted && pull.head?.repo?.id !== pull.base?.repo?.id
      };
    }
    case "discussion":
    case "discussion_comment":
      return data?.discussion && about("discussion", data.discussion);
    case "workflow_run":
      return data && onlyPullRequest(data);
    default:
      return void 0;
  }
}
function onlyPullRequest({ workflow_run: run2, repository }) {
  const own2 = run2?.pull_requests.filter((pull2) => pull2.base?.repo?.id === repository?.id) ?? [];
  const [pull] = own2;
  return own2.length === 1 && pull ? { ...about("pull request", pull), title: void 0, body: void 0 } : void 0;
}
function about(kind, subject) {
  const { number: number2, node_id: nodeId, title, body, comments } = subject;
  return { kind, number: number2, nodeId, title, body: body ?? void 0, fork: false, comments };
}
const DEFAULT_COMMENT_MESSAGE = "You are invited to take part in a deliberation.";
const MAX_KEY_CHARACTERS = 200;
const DEFAULT_API_URL = "https://app.harmonica.chat/api/v1";
const BOOLEANS = new Map([
  ...["true", "True", "TRUE"].map((word) => [word, true]),
  ...["false", "False", "FALSE"].map((word) => [word, false])
]);
const booleanProblem = (value) => `is ${quoted(value)}; write true or false`;
const reader = (read) => /* @__PURE__ */ pipe(/* @__PURE__ */ schemas_string(), /* @__PURE__ */ transform((value, context) => read(value, (message) => context.issues.push({ code: "custom", message, input: value }))));
const inputs_text = reader((value) => value);
const itemsOf = (value, separator) => value.split(separator).map((each) => each.trim()).filter((each) => each !== "");
const lines = reader((value) => itemsOf(value, /[\r\n]/u));
const inputs_boolean = (fallback) => reader((value, fail2) => {
  const read = value === "" ? fallback : BOOLEANS.get(value);
  if (read === void 0)
    fail2(booleanProblem(value));
  return read ?? fallback;
});
const whole = (fallback, min, max, unit) => reader((value, fail2) => {
  if (value === "")
    return fallback;
  const number2 = /^\d{1,10}$/u.test(value) ? Number(value) : Number.NaN;
  if (number2 >= min && number2 <= max)
    return number2;
  fail2(`is ${quoted(value)}; give ${unit} from ${min} to ${grouped(max)}`);
  return fallback;
});
const oneOf = (values) => reader((value, fail2) => {
  const found = value === "" ? values[0] : values.find((each) => each === value);
  if (found === void 0)
    fail2(`is ${quoted(value)}; give one of ${values.join(", ")}`);
  return found ?? values[0];
});
function matrixKey(value) {
  if (value === "" || value === "null")
    return "";
  return (0, external_node_crypto_namespaceObject.createHash)("sha256").update(value).digest("hex").slice(0, 16);
}
const secret = reader((value, fail2) => {
  if (!/^[\x21-\x7e]*$/u.test(value)) {
    fail2("holds white space, a control character or a letter outside ASCII, so it cannot be a key; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here)");
  }
  return value;
});
const apiUrl = reader((value, fail2) => {
  const shown = value.includes("@") ? "a value that is not shown, since it may hold a password" : quoted(value);
  const url = URL.parse(value === "" ? DEFAULT_API_URL : value);
  if (!url || !["https:", "http:"].includes(url.protocol)) {
    fail2(`is ${shown}; give an address such as ${DEFAULT_API_URL}`);
    return { base: "", site: "" };
  }
  if (url.username || url.password)
    fail2("holds a user name or a password; the key goes into api-key");
  else if (url.search || url.hash)
    fail2("has a part behind ? or #; give the address without it");
  else if (url.protocol === "http:" && !isLoopback(url)) {
    fail2(`is ${shown}; the key would travel unencrypted. Use https (http is for the runner itself only)`);
  }
  const site = (url.origin + url.pathname).replace(/\/+$/u, "").replace(/\/api\/v1$/u, "");
  return { base: `${site}/api/v1`, site };
});
function isTimeZone(name) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
const options = {
  apiKey: secret,
  contextFile: lines,
  contextSections: reader((value) => itemsOf(value, /[,\r\n]/u)),
  sessionFile: inputs_text,
  fromBody: inputs_boolean(false),
  timezone: reader((value, fail2) => {
    if (value === "" || isTimeZone(value))
      return value || "UTC";
    fail2(`is ${quoted(value)}; give an IANA time zone such as Europe/Berlin`);
    return "UTC";
  }),
  promptFile: inputs_text,
  comment: inputs_boolean(false),
  commentMessage: reader((value) => value || DEFAULT_COMMENT_MESSAGE),
  issueNumber: whole(void 0, 1, 2 ** 31 - 1, "the number of an issue or pull request, such as 42,"),
  githubToken: inputs_text,
  reuse: oneOf(["issue", "topic", "never"]),
  sessionKey: reader((value, fail2) => {
    if (value.length > MAX_KEY_CHARACTERS)
      fail2(`has ${value.length} characters; ${MAX_KEY_CHARACTERS} are allowed`);
    return value;
  }),
  matrix: reader(matrixKey),
  summary: inputs_boolean(true),
  apiUrl,
  timeout: whole(120, 1, 600, "whole seconds"),
  retries: whole(5, 0, 10, "a whole number"),
  dryRun: inputs_boolean(false)
};
const inputNames = [...fieldNames, ...Object.keys(options)].map(kebabCase);
function readSettings(getInput2, problems) {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, getInput2(kebabCase(name))]));
  const read = Object.entries(options).map(([name, schema]) => {
    const input = kebabCase(name);
    const result = safeParse(schema, getInput2(input));
    if (result.success)
      return [name, result.data];
    for (const issue2 of result.error.issues)
      problems.push(line`Input ${input} ${issue2.message}.`);
    return [name, parse_parse(schema, "")];
  });
  return { fields, ...Object.fromEntries(read) };
}
function requestShape({ request, origins }) {
  return fieldNames.flatMap((name) => {
    const value = request[name];
    if (value === void 0)
      return [];
    return [line`${snakeCase(name)}: ${sizeOf(value)}, from ${joined(origins[name] ?? [], ", ")}`];
  });
}
function originLines({ origins }) {
  return fieldNames.flatMap((name) => {
    const from = origins[name];
    return from ? [line`${snakeCase(name)} is taken from ${joined(from, ", ")}.`] : [];
  });
}
function sizeOf(value) {
  if (typeof value === "boolean")
    return line`${String(value)}`;
  return counted(value.length, typeof value === "string" ? "character" : "item");
}
function counted(count, what) {
  return line`${grouped(count)} ${what}${count === 1 ? "" : "s"}`;
}
const NAMES = ["date", "week", "month", "tag", "title", "number", "repository"];
const isName = (name) => NAMES.some((each) => each === name);
function fillPlaceholders(text, values) {
  const problems = [];
  const filled = text.replace(/\{\{([^{}]*)\}\}/gu, (placeholder, inner) => {
    const name = inner.trim();
    if (!isName(name))
      problems.push(`has the placeholder ${quoted(placeholder)}, which is none of ${NAMES.join(", ")}`);
    else if (values[name] === "")
      problems.push(`has the placeholder ${quoted(placeholder)}, for which this run has no value`);
    else
      return values[name];
    return "";
  });
  return { text: filled, problems };
}
function dateValues(now, timeZone) {
  const { year, month, day } = dayIn(timeZone, now);
  const date = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  return { date, week: isoWeek(year, month, day), month: date.slice(0, 7) };
}
function dayIn(timeZone, now) {
  const at = new Date(now);
  if (timeZone === "UTC")
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric"
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return { year: 0, month: 0, day: 0, ...parts };
}
function isoWeek(year, month, day) {
  const thursday = new Date(Date.UTC(year, month - 1, day));
  thursday.setUTCDate(day + 4 - (thursday.getUTCDay() || 7));
  const weekYear = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(weekYear, 0, 1)) / (7 * 864e5)) + 1;
  return `${weekYear}-W${String(week).padStart(2, "0")}`;
}
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/u;
function readMarkdownLines(markdown) {
  const lines2 = markdown.replace(/^\ufeff/u, "").split(/\r\n|\r|\n/u);
  let fence = "";
  let comment = false;
  return lines2.map((text) => {
    if (comment) {
      comment = !text.includes("-->");
      return { text, heading: void 0, code: void 0 };
    }
    if (fence !== "") {
      const [, end = ""] = FENCE_END.exec(text) ?? [];
      const ends = end[0] === fence[0] && end.length >= fence.length;
      if (ends)
        fence = "";
      return { text, heading: void 0, code: ends ? "fence" : "line" };
    }
    const [, mark = ""] = FENCE.exec(text) ?? [];
    if (mark !== "") {
      fence = mark;
      return { text, heading: void 0, code: "fence" };
    }
    comment = /^ {0,3}<!--/u.test(text) && !text.includes("-->");
    return { text, heading: headingOf(text), code: void 0 };
  });
}
function headingOf(text) {
  const [before = "", marks] = HEADING.exec(text) ?? [];
  if (marks === void 0)
    return void 0;
  const words = text.slice(before.length).trim();
  return { level: marks.length, words: words.replace(/(?:^|[ \t])#+$/u, "").trim() };
}
const ALLOWED = ["topic", "goal", "context", "critical", "questions"];
const FIELDS_BY_HEADING = new Map([
  ...fieldNames.map((name) => [kebabCase(name).replaceAll("-", " "), void 0]),
  ...["facilitation prompt", "template", "project", "visibility"].map((words) => [words, void 0]),
  ...ALLOWED.map((name) => [name, name]),
  ["critical question", "critical"]
]);
const NO_RESPONSE = "_No response_";
function readBodyFields(body) {
  const notes = [];
  const answers = /* @__PURE__ */ new Map();
  let answer;
  for (const each of readMarkdownLines(body)) {
    const { heading } = each;
    const name = heading && (heading.level === 2 || heading.level === 3) ? comparable(heading.words) : "";
    if (!heading || !FIELDS_BY_HEADING.has(name)) {
      answer?.push(each);
      continue;
    }
    const field = FIELDS_BY_HEADING.get(name);
    answer = void 0;
    if (field === void 0)
      notes.push(line`Passed over "${heading.words}" in the body: a body cannot set it.`);
    else if (answers.has(field))
      notes.push(line`Passed over "${heading.words}" in the body: it is there twice.`);
    else {
      answer = [];
      answers.set(field, answer);
    }
  }
  return { fields: fieldsOf(answers), notes };
}
function fieldsOf(answers) {
  const fields = {};
  for (const [field, lines2] of answers) {
    const used = field === "questions" ? lines2.filter(({ code: code2 }) => code2 !== "fence") : lines2;
    const text = withoutCheckboxes(used).join("\n").trim();
    if (text === "" || text === NO_RESPONSE)
      continue;
    if (field === "questions")
      fields.questions = questionsIn(text).map((words) => ({ text: words }));
    else
      fields[field] = field === "topic" ? oneLine(text) : text;
  }
  return fields;
}
function withoutCheckboxes(lines2) {
  return lines2.flatMap(({ text, code: code2 }) => {
    const [mark = "", ticked] = !code2 && /^\s*[-*+] \[([ xX])\]\s/u.exec(text) || [];
    if (ticked === void 0)
      return [text];
    return ticked === " " ? [] : [text.slice(mark.length).trimStart()];
  });
}
function questionsIn(text) {
  const lines2 = text.split("\n").map((each) => each.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+/u, "").trim());
  return lines2.filter((each) => each !== "");
}
function comparable(words) {
  return oneLine(words.replaceAll(/[-_]/gu, " ")).replace(/ ?:$/u, "").toLowerCase();
}
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
const MAX_FILE_BYTES = 1048576;
async function readWorkspaceFile(input, path2, workspace) {
  const found = await findAndRead(path2, workspace);
  if (!(found instanceof Line))
    return { ok: true, ...found };
  return { ok: false, problem: line`Input ${input} names ${path2}, ${found}` };
}
async function findAndRead(path2, workspace) {
  if (path2.includes("\0"))
    return NUL_IN_PATH;
  const root = await findRoot(workspace);
  if (root === void 0)
    return NO_WORKSPACE;
  const target = (0, external_node_path_namespaceObject.resolve)(workspace, path2);
  try {
    const real = await (0, external_node_fs_promises_namespaceObject.realpath)(target);
    return misplaced(root, real) ?? unreadable(await (0, external_node_fs_promises_namespaceObject.stat)(real, { bigint: true })) ?? await openAndRead(real);
  } catch (error2) {
    return await explain(error2, root, target);
  }
}
async function findRoot(workspace) {
  if (workspace === "")
    return void 0;
  try {
    const root = await (0, external_node_fs_promises_namespaceObject.realpath)(workspace);
    return (await (0, external_node_fs_promises_namespaceObject.stat)(root)).isDirectory() ? root : void 0;
  } catch {
    return void 0;
  }
}
function misplaced(root, real) {
  const steps = (0, external_node_path_namespaceObject.relative)(root, real);
  const names = steps.split(external_node_path_namespaceObject.sep);
  if ((0, external_node_path_namespaceObject.isAbsolute)(steps) || names[0] === "..")
    return OUTSIDE;
  return names.some((name) => name.toLowerCase() === ".git") ? IN_GIT : void 0;
}
function unreadable(stats) {
  if (stats.isFile())
    return void 0;
  if (stats.isDirectory())
    return line`which is a folder. Name a file in it.`;
  const kind = stats.isFIFO() ? "a named pipe" : stats.isSocket() ? "a socket" : "a device";
  return line`which is ${kind}. Only regular files are read: write the text into one in an earlier step.`;
}
async function openAndRead(real) {
  const handle = await (0, external_node_fs_promises_namespaceObject.open)(real, external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NONBLOCK);
  try {
    const stats = await handle.stat({ bigint: true });
    const fault = unreadable(stats) ?? (await isStillAt(real, handle, stats) ? void 0 : REPLACED);
    return fault ?? files_decode(await readBounded(handle), Number(stats.size));
  } finally {
    await handle.close();
  }
}
async function isStillAt(real, handle, opened) {
  const now = await (0, external_node_fs_promises_namespaceObject.realpath)(real);
  const there = await (0, external_node_fs_promises_namespaceObject.stat)(now, { bigint: true });
  const kernels = await (0, external_node_fs_promises_namespaceObject.readlink)(`/proc/self/fd/${handle.fd}`).catch(() => real);
  return now === real && kernels === real && there.dev === opened.dev && there.ino === opened.ino;
}
async function readBounded(handle) {
  const buffer = Buffer.alloc(MAX_FILE_BYTES + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
    if (bytesRead === 0)
      break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
function files_decode(bytes, toldSize) {
  if (bytes.length > MAX_FILE_BYTES) {
    const kilobytes = Math.ceil(Math.max(bytes.length, toldSize) / 1024);
    return line`which has ${grouped(kilobytes)} KB. At most 1,024 KB are read, and Harmonica advises a context of some 500 words: shorten it to what the participants need.`;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const nul = text.indexOf("\0");
    return nul === -1 ? { text, bytes: bytes.length } : nulIn(text.slice(0, nul));
  } catch {
    const utf16 = /^(fffe|feff)/.test(Buffer.from(bytes.subarray(0, 2)).toString("hex"));
    const guess = utf16 ? line` (it looks like UTF-16)` : line``;
    return line`which is not UTF-8 text${guess}. Save it with the encoding UTF-8; PDF, Word and other binary files have to be turned into text or Markdown first.`;
  }
}
function nulIn(before) {
  const number2 = before.split(/\r\n|\r|\n/).length;
  return line`which has a NUL character in line ${number2}, so it is a binary file or UTF-16. Save it as plain text with the encoding UTF-8.`;
}
async function explain(error2, root, target) {
  const code2 = error2 instanceof Error && "code" in error2 ? String(error2.code) : void 0;
  switch (code2) {
    case void 0:
      throw error2;
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
      return await explainMissing(root, target);
    case "EACCES":
    case "EPERM":
      return line`which this step has no permission to read (${code2}). An earlier step may have written it as another user, in a container for instance: make it readable there, with chmod a+r.`;
    case "ELOOP":
      return line`which is a symbolic link that only leads to other links. Put the file itself there.`;
    default:
      return line`which could not be read (${code2}). Look at the step that wrote it, and run the job again.`;
  }
}
async function explainMissing(root, target) {
  const folder = await (0, external_node_fs_promises_namespaceObject.realpath)((0, external_node_path_namespaceObject.dirname)(target)).catch(() => void 0);
  if (folder === void 0)
    return missing();
  const fault = misplaced(root, (0, external_node_path_namespaceObject.join)(folder, (0, external_node_path_namespaceObject.basename)(target)));
  if (fault)
    return fault;
  const entries = await (0, external_node_fs_promises_namespaceObject.readdir)(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  if (files.includes((0, external_node_path_namespaceObject.basename)(target))) {
    return line`which is a symbolic link to a file that is not there. Make sure that an earlier step, such as actions/checkout, puts it there.`;
  }
  const twin = files.find((name) => folded(name) === folded((0, external_node_path_namespaceObject.basename)(target)));
  return missing(twin && (0, external_node_path_namespaceObject.relative)(root, (0, external_node_path_namespaceObject.join)(folder, twin)));
}
function missing(twin) {
  const hint = twin ? line` Did you mean ${twin}?` : line``;
  return line`which is not in the workspace.${hint} Check the path, and check out the repository with actions/checkout in an earlier step of this job.`;
}
const folded = (name) => name.normalize("NFC").toLowerCase();
const NUL_IN_PATH = line`which is no path: it holds a NUL character. Write the path anew.`;
const NO_WORKSPACE = line`but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. Check out the repository with actions/checkout in an earlier step of this job.`;
const OUTSIDE = line`which lies outside the workspace. Only files in it are read, and a symbolic link counts as the file that it leads to: give a path relative to the workspace, or copy the file there in an earlier step.`;
const IN_GIT = line`which lies in .git. Git's own files are not read, since they can hold credentials: name a file of the repository.`;
const REPLACED = line`which was replaced while it was being read. Make sure that no earlier step is still writing it, and run the job again.`;
const MAX_ALIASES = 100;
async function parseYaml(text) {
  const { LineCounter, parseDocument } = await __nccwpck_require__.e(
    /* import() */
    815
  ).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  const lineCounter = new LineCounter();
  const options2 = {
    version: "1.2",
    resolveKnownTags: false,
    // Left silent, the parser would drop a second document.
    logLevel: "error",
    // The parser would compare each key with each; `checkNodes` looks at each once.
    uniqueKeys: false,
    lineCounter
  };
  const document = parseDocument(text, options2);
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line;
  const lineOf = (node) => lineAt(node?.range?.[0]);
  const problems = document.errors.map(({ message, pos }) => ({
    words: inWords(message),
    at: lineAt(pos[0]),
    unquoted: true
  }));
  if (problems.length === 0)
    problems.push(...await checkNodes(document, lineOf));
  const plain2 = (node) => node?.toJS(document, { maxAliasCount: -1 });
  return { root: document.contents, plain: plain2, lineOf, problems };
}
function inWords(message) {
  const [first = ""] = message.split("\n");
  if (first.includes("call stack"))
    return "lists or mappings are nested too deeply";
  return first.replace(/ at line \d+, column \d+:?$/u, "").replace(/[.:]+$/u, "");
}
async function checkNodes(document, lineOf) {
  const { isCollection, isNode, isScalar, visit } = await __nccwpck_require__.e(
    /* import() */
    815
  ).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  const problems = [];
  let aliases = 0;
  const tell2 = (node, words, unquoted = false) => {
    problems.push({ words, at: lineOf(node), unquoted });
    return visit.BREAK;
  };
  visit(document, {
    Map(_, map) {
      const keys = /* @__PURE__ */ new Set();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (keys.has(name))
          return tell2(isNode(key) ? key : map, `${quoted(name)} is there twice`);
        keys.add(name);
      }
      return void 0;
    },
    Scalar(_, scalar) {
      if (typeof scalar.value === "number")
        scalar.value = scalar.source ?? scalar.value;
      if (!/^\S/u.test(scalar.comment ?? ""))
        return void 0;
      const comment = quoted(`#${scalar.comment}`);
      return tell2(scalar, `YAML takes ${comment} for a comment and leaves it out`, true);
    },
    Alias(_, alias, path2) {
      aliases += 1;
      const nested = path2.some((node) => isCollection(node) && node.anchor);
      if (nested || aliases > MAX_ALIASES)
        return tell2(alias, "there are more YAML aliases than a session needs");
      if (alias.resolve(document))
        return void 0;
      return tell2(alias, `YAML takes ${quoted(`*${alias.source}`)} for an alias of something`, true);
    }
  });
  return problems;
}
async function readList(text) {
  const structured = /^-(\s|$)/u.test(text) || /^\[[\s\S]*\]$/u.test(text) || /^\{[\s\S]*\}$/u.test(text);
  if (structured)
    return readYamlList(text);
  const lines2 = text.split(/\r\n|\r|\n/u).map((line2) => line2.trim());
  return { items: lines2.filter((line2) => line2 !== "") };
}
const UNQUOTED = ". Put each item in quotes, or one item a line without dashes and brackets";
async function readYamlList(text) {
  const { root, plain: plain2, problems } = await parseYaml(text);
  const [problem] = problems;
  if (problem) {
    return {
      problem: `looks like a YAML or JSON list but cannot be read as one (line ${problem.at}: ${problem.words})${problem.unquoted ? UNQUOTED : ""}`
    };
  }
  const value = plain2(root);
  return Array.isArray(value) ? { items: value } : { problem: "looks like YAML or JSON, but is no list; put one item a line, or each behind a dash" };
}
function takeSections(markdown, names) {
  const wanted = new Set(names.map(sections_comparable));
  const headings = [];
  const sections = [];
  let section;
  for (const { text, heading } of readMarkdownLines(markdown)) {
    if (heading && heading.level <= 2) {
      section = heading.level === 2 ? { name: sections_comparable(heading.words), lines: [] } : void 0;
      if (section)
        sections.push(section);
      if (heading.level === 2)
        headings.push(heading.words);
    }
    section?.lines.push(text);
  }
  const there = new Set(headings.map(sections_comparable));
  const taken = ownSections(sections).filter(({ name }) => wanted.has(name));
  return {
    text: taken.flatMap(({ lines: lines2 }) => lines2).join("\n").trim(),
    missing: names.filter((name) => !there.has(sections_comparable(name))),
    headings
  };
}
function ownSections(sections) {
  const context = sections.findIndex(({ name }) => name === "context");
  if (context < 0)
    return [...sections];
  const before = new Set(sections.slice(0, context + 1).map(({ name }) => name));
  return sections.filter(({ name }, index) => index <= context || !before.has(name) && sections.findLastIndex((each) => each.name === name) === index);
}
function sections_comparable(name) {
  return name.replace(/\s+/gu, " ").replace(/:$/u, "").trim().toLowerCase();
}
const leven_array = [];
const characterCodeCache = [];
function leven(first, second, options2) {
  if (first === second) {
    return 0;
  }
  const maxDistance = options2?.maxDistance;
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
    leven_array[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start + index2);
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
function closestMatch(target, candidates, options2) {
  if (!Array.isArray(candidates) || candidates.length === 0) {
    return void 0;
  }
  const userMax = options2?.maxDistance;
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
const KEYS = new Map(fieldNames.filter((name) => name !== "context").flatMap((name) => [kebabCase(name), snakeCase(name)].map((key) => [key, name])));
const session_file_MAX_PROBLEMS = 100;
const FILLED = ["topic", "goal", "critical"];
async function readSessionFile(text, path2, values) {
  const parts = splitFrontMatter(text);
  if (!parts) {
    const problem = line`${path2} has no front matter: a session file starts with a line ---, then fields such as goal: Agree on two changes, then another line ---.`;
    return { fields: {}, problems: [problem] };
  }
  const read = await readFrontMatter(parts, path2);
  fill(read, parts, path2, values);
  const { fields, problems } = read;
  return { fields, problems: problems.toSorted((a, b) => a.at - b.at).map(({ words }) => words) };
}
function splitFrontMatter(text) {
  const lines2 = text.split(/\r\n|\r|\n/u);
  const start = lines2.findIndex((each) => each.trim() !== "");
  const end = lines2.findIndex((each, index) => index > start && /^(?:---|\.\.\.)\s*$/u.test(each));
  if (!/^---\s*$/u.test(lines2[start] ?? "") || end < 0)
    return void 0;
  return {
    yaml: lines2.slice(start + 1, end).join("\n"),
    yamlStartsAt: start + 2,
    body: lines2.slice(end + 1).join("\n"),
    bodyStartsAt: end + 2
  };
}
async function readFrontMatter({ yaml: text, yamlStartsAt }, path2) {
  const { isMap, isScalar } = await __nccwpck_require__.e(
    /* import() */
    815
  ).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  const yaml = await parseYaml(text);
  const read = { fields: {}, lines: {}, problems: [] };
  const tell2 = (yamlLine, words) => {
    const at = yamlStartsAt + yamlLine - 1;
    read.problems.push({ at, words: line`${path2}, line ${at}: ${words}` });
  };
  for (const { at, words, unquoted } of yaml.problems) {
    tell2(at, unquoted ? line`${words}. ${session_file_UNQUOTED}` : line`${words}.`);
  }
  const { root } = yaml;
  if (read.problems.length > 0 || root === null)
    return read;
  if (!isMap(root)) {
    tell2(1, line`the front matter must consist of fields, such as goal: Agree on two changes.`);
    return read;
  }
  for (const { key: keyNode, value } of root.items) {
    if (read.problems.length >= session_file_MAX_PROBLEMS)
      break;
    const key = isScalar(keyNode) ? String(keyNode.value) : "";
    const at = yaml.lineOf(keyNode);
    const name = KEYS.get(key);
    if (name === void 0)
      tell2(at, unknownKey(key));
    else if (read.lines[name] !== void 0)
      tell2(at, line`${key} is set twice: it is on line ${read.lines[name]} too.`);
    else {
      read.lines[name] = yamlStartsAt + at - 1;
      const result = readValue(name, value, yaml);
      if ("value" in result)
        Object.assign(read.fields, { [name]: result.value });
      else
        for (const { item, words } of result.problems)
          tell2(item ? yaml.lineOf(item) : at, line`${key} ${words}`);
    }
  }
  return read;
}
const session_file_UNQUOTED = "In YAML, text with a colon or a #, or that starts with {, [ or *, needs quotes.";
function unknownKey(key) {
  if (key === "")
    return line`this key is no text; a field has a name, such as goal.`;
  if (key === "context")
    return line`context is no field here: what follows the front matter is the context.`;
  const nearest = closestMatch(key.toLowerCase(), Array.from(KEYS.keys()), {
    maxDistance: Math.min(4, Math.floor(key.length / 2))
  });
  const hint = nearest === void 0 ? line`Known are ${fieldKeys()}.` : line`Did you mean ${nearest}?`;
  return line`${quoted(key)} is not a field of a session. ${hint}`;
}
const fieldKeys = () => Array.from(new Set(KEYS.values()), kebabCase).join(", ");
function readValue(name, node, yaml) {
  const value = yaml.plain(node);
  const trimmed = typeof value === "string" ? value.trim() : value;
  if (trimmed === void 0 || trimmed === null || trimmed === "")
    return { value: void 0 };
  const result = parseField(name, trimmed);
  if (result.ok)
    return { value: result.value };
  const items = node && "items" in node ? node.items : [];
  const problems = result.problems.map(({ item, words }) => item === void 0 ? { words: line`${words}.`, item: null } : { words: line`item ${item + 1} ${words}.`, item: items[item] ?? null });
  return { problems };
}
function fill({ fields, lines: lines2, problems }, { body, bodyStartsAt }, path2, values) {
  const fillAt = (text, at, where) => {
    const filled2 = fillPlaceholders(text, values);
    for (const problem of filled2.problems) {
      problems.push({ at, words: line`${path2}, line ${at}: ${where} ${problem}.` });
    }
    return filled2.text;
  };
  for (const name of FILLED) {
    const text = fields[name];
    if (text !== void 0)
      fields[name] = fillAt(text, lines2[name] ?? 1, name);
  }
  if (fields.topic !== void 0)
    fields.topic = oneLine(fields.topic);
  const filled = body.split("\n").map((text, index) => fillAt(text, bodyStartsAt + index, "the body"));
  const context = filled.join("\n").trim();
  if (context !== "")
    fields.context = context;
}
async function readLayers(sources, findings) {
  const input = await inputLayer(sources, findings);
  const contextFiles = await contextLayers(sources, findings);
  const sessionFile = await sessionFileLayer(sources, findings);
  const body = bodyLayer(sources, findings);
  return {
    byStrength: [input, ...body, ...sessionFile, ...titleLayer(sources)],
    asContexts: [input, ...contextFiles, ...sessionFile, ...body]
  };
}
async function inputLayer(sources, findings) {
  const { settings } = sources;
  const { problems } = findings;
  const fields = {};
  for (const name of fieldNames) {
    const value = await readField(name, settings.fields[name], problems);
    if (value !== void 0)
      Object.assign(fields, { [name]: value });
  }
  const { promptFile } = settings;
  if (promptFile === "")
    return { fields, origin: (name) => line`input ${kebabCase(name)}` };
  if (fields.prompt !== void 0)
    problems.push(line`Inputs prompt and prompt-file are both set. Keep one of them.`);
  else {
    const prompt = (await readText("prompt-file", promptFile, sources, findings))?.trim();
    if (prompt === "")
      problems.push(line`Input prompt-file names ${promptFile}, which is empty. Write the prompt into it, or leave prompt-file out.`);
    if (prompt)
      fields.prompt = prompt;
  }
  return {
    fields,
    origin: (name) => name === "prompt" ? line`${promptFile}` : line`input ${kebabCase(name)}`
  };
}
async function readField(name, text, problems) {
  if (text === "")
    return void 0;
  const input = kebabCase(name);
  const { from } = sessionFields[name];
  const typed = await readTyped(from, text);
  if ("problem" in typed) {
    problems.push(line`Input ${input} ${typed.problem}.`);
    return void 0;
  }
  const result = parseField(name, typed.value);
  if (result.ok)
    return result.value;
  for (const { item, words } of result.problems) {
    problems.push(line`Input ${input}${item === void 0 ? "" : `, item ${item + 1},`} ${words}.`);
  }
  return void 0;
}
async function readTyped(from, text) {
  switch (from) {
    case "text":
      return { value: text };
    case "boolean":
      return BOOLEANS.has(text) ? { value: BOOLEANS.get(text) } : { problem: booleanProblem(text) };
    case "list": {
      const list2 = await readList(text);
      return "problem" in list2 ? list2 : { value: list2.items };
    }
  }
}
async function readText(input, path2, { workspace }, { problems, notes }) {
  const file = await readWorkspaceFile(input, path2, workspace);
  if (!file.ok) {
    problems.push(file.problem);
    return void 0;
  }
  notes.push(line`Read ${path2} (${sizeInWords(file.bytes)}) as ${input.replace("-file", "")}.`);
  return file.text;
}
async function contextLayers(sources, findings) {
  const { contextFile: paths, contextSections: names } = sources.settings;
  const { problems, warnings } = findings;
  const problemsBefore = problems.length;
  const layers = [];
  for (const path2 of paths) {
    const text = (await readText("context-file", path2, sources, findings))?.trim();
    if (text === "")
      warnings.push(line`Input context-file names ${path2}, which is empty: nothing of it was sent.`);
    if (!text)
      continue;
    const context = names.length === 0 ? text : sectionsOf(text, path2, names, warnings);
    if (context !== "")
      layers.push({ fields: { context }, origin: () => line`${path2}` });
  }
  if (names.length > 0 && paths.length === 0) {
    problems.push(line`Input context-sections is set, but context-file is not: there is no file to take sections of.`);
  } else if (names.length > 0 && layers.length === 0 && problems.length === problemsBefore) {
    problems.push(line`Input context-sections names ${names.join(", ")}, but no context file has any of them. ${warnings.at(-1) ?? line``}`);
  }
  return layers;
}
function sectionsOf(text, path2, names, warnings) {
  const { text: context, missing: missing2, headings } = takeSections(text, names);
  if (missing2.length > 0) {
    const there = headings.length > 0 ? line`It has ${headings.join(", ")}.` : line`It has no second-level heading.`;
    warnings.push(line`${path2} has no section ${missing2.join(", ")} (input context-sections). ${there}`);
  }
  return context;
}
async function sessionFileLayer(sources, findings) {
  const { sessionFile: path2 } = sources.settings;
  if (path2 === "")
    return [];
  const text = await readText("session-file", path2, sources, findings);
  if (text === void 0)
    return [];
  const { fields, problems } = await readSessionFile(text, path2, sources.placeholders);
  findings.problems.push(...problems);
  return [{ fields, origin: () => line`${path2}` }];
}
function bodyLayer({ settings, trigger }, { notes, problems }) {
  if (!settings.fromBody)
    return [];
  if (!trigger || trigger.title === void 0) {
    problems.push(line`Input from-body is true, but the event is about no issue, pull request or discussion whose body it tells. Leave from-body out here.`);
    return [];
  }
  const { fields, notes: passedOver } = readBodyFields(trigger.body ?? "");
  notes.push(...passedOver);
  return [{ fields, origin: () => line`body of ${trigger.kind} #${trigger.number}` }];
}
function titleLayer({ trigger }) {
  if (trigger?.title === void 0)
    return [];
  const topic = oneLine(trigger.title);
  return topic === "" ? [] : [{ fields: { topic }, origin: () => line`title of ${trigger.kind} #${trigger.number}` }];
}
const MAX_REQUEST_BYTES = 4e6;
async function planSession(sources, findings) {
  const { byStrength, asContexts } = await readLayers(sources, findings);
  const fields = {};
  const origins = {};
  for (const name of fieldNames) {
    const layers = name === "context" ? asContexts : byStrength;
    const setting = layers.filter((layer) => layer.fields[name] !== void 0);
    const used = name === "context" ? setting : setting.slice(0, 1);
    if (used.length === 0)
      continue;
    Object.assign(fields, { [name]: name === "context" ? joinedContexts(used) : used[0]?.fields[name] });
    origins[name] = used.map((layer) => layer.origin(name));
  }
  const request = wellFormed({ ...fields, topic: fields.topic ?? "", goal: fields.goal ?? "" });
  requireTexts(request, sources, findings.problems);
  refuseNul(request, origins, findings.problems);
  refuseOversize(request, findings.problems);
  return { request, origins };
}
function joinedContexts(layers) {
  return layers.map(({ fields }) => fields.context).join("\n\n");
}
function requireTexts({ topic, goal }, { settings, trigger }, problems) {
  if (settings.sessionFile !== "" && problems.length > 0)
    return;
  if (topic === "") {
    const why = trigger && trigger.title === void 0 ? line`this event tells the number of ${trigger.kind} #${trigger.number} but not its title` : line`this event is about no issue, pull request or discussion whose title could stand in`;
    problems.push(line`Input topic is missing, and ${why}. Set topic, the title that participants see.`);
  }
  if (goal === "") {
    const { fromBody, sessionFile } = settings;
    const elsewhere = [
      ...fromBody && trigger ? [line`, and the body of ${trigger.kind} #${trigger.number} has no answer under a heading Goal`] : [],
      ...sessionFile === "" ? [] : [line`, and ${sessionFile} sets none`]
    ];
    problems.push(line`Input goal is missing${joined(elsewhere, "")}. Say what the session is to achieve, for example: Agree on two changes to how we work.`);
  }
}
function wellFormed(value) {
  if (typeof value === "string")
    return value.toWellFormed();
  if (Array.isArray(value))
    return value.map(wellFormed);
  if (typeof value !== "object" || value === null)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wellFormed(member)]));
}
function refuseNul(request, origins, problems) {
  for (const name of fieldNames) {
    if (!textsIn(request[name]).some((text) => text.includes("\0")))
      continue;
    const origin = joined(origins[name] ?? [], ", ");
    problems.push(line`The session's ${kebabCase(name)} (${origin}) holds a NUL character, which Harmonica cannot store. Remove it.`);
  }
}
function textsIn(value) {
  if (typeof value === "string")
    return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
function refuseOversize(request, problems) {
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)));
  if (bytes <= MAX_REQUEST_BYTES)
    return;
  problems.push(line`The request has ${grouped(bytes)} bytes; ${grouped(MAX_REQUEST_BYTES)} is the most that can be sent. Shorten the context: Harmonica advises some 500 words.`);
}
async function prepare(runner) {
  const { environment, log: log2 } = runner;
  const findings = { problems: [], warnings: [], notes: [] };
  const settings = readSettings(runner.getInput, findings.problems);
  const trigger = readTrigger(environment.eventName, runner.payload);
  requireKey(runner.getInput("api-key"), settings, trigger, findings);
  const placeholders = placeholderValues(runner, settings, trigger);
  const plan = await planSession({ settings, trigger, workspace: environment.workspace, placeholders }, findings);
  if (findings.problems.length > 0) {
    throw new TellableError(line`No session was opened, nothing was sent`, findings.problems);
  }
  for (const note of findings.notes)
    log2.info(note);
  for (const warning2 of findings.warnings)
    log2.warning(warning2);
  for (const origin of originLines(plan))
    log2.debug(origin);
  if (!settings.dryRun)
    log2.group(line`What is sent to Harmonica`, requestShape(plan));
  return { runner, settings, trigger, plan };
}
function placeholderValues({ clock, environment }, { timezone }, trigger) {
  return {
    ...dateValues(clock.now(), timezone),
    tag: environment.tag,
    title: trigger?.title ?? "",
    number: trigger ? String(trigger.number) : "",
    repository: environment.repository
  };
}
function requireKey(apiKey, { dryRun }, trigger, { problems }) {
  if (apiKey !== "" || dryRun)
    return;
  const causes = trigger?.fork ? line`This run is for a pull request from a fork, which gets no secrets: skip the step there with an if:.` : line`Usual causes: the secret's name is misspelt; the run is for a pull request from a fork, which gets no secrets; Dependabot started the run, and it reads Dependabot's secrets only; the secret belongs to an environment that the job does not name. Keys are made at app.harmonica.chat/profile under API Keys.`;
  problems.push(line`Input api-key is empty. ${causes} With dry-run: true no key is needed.`);
}
const MAX_TEXT_CHARACTERS = 2e3;
const MAX_ITEMS = 20;
function renderSummary({ session, created, plan, invitation, warnings }) {
  const { request } = plan;
  const facts = [
    ["Goal", summary_text(session.goal ?? request.goal)],
    [
      "Session",
      md`${code(session.id)}, ${created ? "opened by this run" : "handed back: an earlier run opened it"}`
    ],
    ["Status", session.status === void 0 ? void 0 : md`${cut(session.status, 200)}`],
    ["Results", resultsOf(request)],
    ["Critical question", summary_text(request.critical)],
    ["Context", measured(plan, "context")],
    ["Facilitation prompt", measured(plan, "prompt") ?? md`left to Harmonica`],
    [
      "Commented",
      invitation && (invitation.url ? md`${markdown_link(`on ${invitation.on}`, invitation.url)}` : md`on ${invitation.on}`)
    ]
  ];
  const blocks = [
    md`## Harmonica session`,
    md`**${markdown_link(`Join the session: ${cut(session.topic ?? request.topic, 200)}`, session.joinUrl)}**`,
    summary_list(facts.flatMap(([label, fact]) => fact ? [md`**${label}:** ${fact}`] : [])),
    ...listed("Questions before the conversation", request.questions?.map(({ text: words }) => words)),
    ...listed("Announced in Telegram groups", request.distribution?.map(({ groupId }) => lastDigits(groupId))),
    ...listed("Warnings", warnings.map((warning2) => warning2.text))
  ];
  return `${blocks.map((block) => block.text).join("\n\n")}
`;
}
function lastDigits(groupId) {
  return `\u2026${groupId.slice(-4)}`;
}
function summary_text(value) {
  return value ? md`${cut(value, MAX_TEXT_CHARACTERS)}` : void 0;
}
function resultsOf({ resultsVisibility }) {
  return resultsVisibility ? md`visible to ${resultsVisibility}` : md`visibility left to Harmonica`;
}
function measured({ request, origins }, name) {
  const value = request[name];
  if (value === void 0)
    return void 0;
  const from = (origins[name] ?? []).map((origin) => origin.text).join(", ");
  return md`${counted(value.length, "character").text}, from ${cut(from, MAX_TEXT_CHARACTERS)}`;
}
function listed(heading, items = []) {
  if (items.length === 0)
    return [];
  const shown = items.slice(0, MAX_ITEMS).map((item) => md`${cut(item.replace(/\s+/gu, " "), 500)}`);
  const more = items.length - shown.length;
  return [md`### ${heading}`, summary_list(more > 0 ? [...shown, md`and ${grouped(more)} more`] : shown)];
}
function summary_list(items) {
  return items.reduce((all, item) => all.text === "" ? md`- ${item}` : md`${all}\n- ${item}`, md``);
}
const dry_run_MAX_SHOWN_CHARACTERS = 500;
const MAX_REQUEST_CHARACTERS = 8e4;
const MAX_WARNINGS = 20;
function renderDryRun({ request, comment, warnings }) {
  const json = shownRequest(request);
  const blocks = [
    md`## Dry run: no Harmonica session was opened`,
    md`Inputs, files and event were checked, and nothing was sent. This is what would be sent:`,
    codeBlock(json.length > MAX_REQUEST_CHARACTERS ? `${json.slice(0, json.lastIndexOf("\n", MAX_REQUEST_CHARACTERS))}
\u2026 (cut)` : json, "json"),
    ...comment === void 0 ? [] : [md`And this would be commented:`, codeBlock(comment, "markdown")],
    ...warnings.slice(0, MAX_WARNINGS).map(({ text }) => md`Warning: ${cut(text, dry_run_MAX_SHOWN_CHARACTERS)}`)
  ];
  return `${blocks.map((block) => block.text).join("\n\n")}
`;
}
function dryRunGroups({ request, comment }) {
  const groups = [{ title: line`The request that would be sent`, lines: dry_run_linesOf(shownRequest(request)) }];
  if (comment !== void 0)
    groups.push({ title: line`The comment that would be posted`, lines: dry_run_linesOf(comment) });
  return groups;
}
function shownRequest(request) {
  const distribution = request.distribution?.map((group2) => ({
    ...group2,
    groupId: lastDigits(group2.groupId)
  }));
  const body = apiBody({ ...request, ...distribution && { distribution } });
  return JSON.stringify(body, (_, value) => typeof value === "string" ? shortened(value) : value, 2);
}
function shortened(text) {
  if (text.length <= dry_run_MAX_SHOWN_CHARACTERS)
    return text;
  return `${text.slice(0, dry_run_MAX_SHOWN_CHARACTERS).replace(/[\ud800-\udbff]$/, "")}\u2026 (cut, ${grouped(text.length)} characters in all)`;
}
function dry_run_linesOf(text) {
  return text.split("\n").map(uncut);
}
const outputNames = [
  "join-url",
  "session-id",
  "topic",
  "goal",
  "status",
  "participant-count",
  "created-at",
  "updated-at",
  "created",
  "comment-id",
  "comment-url",
  "session"
];
function outputsOf(session, created) {
  return {
    "join-url": session.joinUrl,
    "session-id": session.id,
    topic: session.topic ?? "",
    goal: session.goal ?? "",
    status: session.status ?? "",
    "participant-count": session.participantCount === void 0 ? "" : String(session.participantCount),
    "created-at": session.createdAt ?? "",
    "updated-at": session.updatedAt ?? "",
    created: String(created),
    "comment-id": "",
    "comment-url": "",
    session: JSON.stringify(session.answer)
  };
}
async function findEarlier(step, client, conversation) {
  const { reuse } = step.settings;
  if (reuse === "never")
    return void 0;
  const links = conversation ? await readLinks(step, conversation) : [];
  const linked = await findLinked(step, client, links);
  if (linked || reuse === "issue")
    return linked;
  return findByTopic(step, client, links);
}
async function readLinks(step, { comments, subject }) {
  const { runner, settings, trigger } = step;
  const { cancelled: cancelled2, log: log2 } = runner;
  const { sessionKey } = markerScope(step, subject.number);
  const links = [];
  let foreign = 0;
  try {
    const pages = comments.newestPages(cancelled2, (read) => withRetries(line`GitHub's answer`, read, passingFailure, { ...runner, ...settings }));
    for await (const page of pages) {
      const found = linksOn(page, step, subject);
      links.push(...found.links);
      foreign += found.foreign;
      if (links.some(({ content }) => content.sessionKey === sessionKey))
        break;
    }
  } catch (error2) {
    if (cancelled2.aborted)
      throw error2;
    const words = line`The comments of ${named(subject)} could not be read, so a session that is linked there may get a duplicate. ${whatToMend(error2, subject, trigger)}`;
    const told = error2 instanceof CommentFailure && (error2.status === 401 || error2.status === 404);
    if (told)
      log2.info(words);
    else
      log2.warning(words);
  }
  if (foreign > 0)
    log2.info(line`Passed over ${foreign} marker(s) that were not signed with this API key.`);
  return links;
}
function linksOn(page, step, subject) {
  const { repository, number: number2 } = markerScope(step, subject.number);
  const links = /* @__PURE__ */ new Map();
  let foreign = 0;
  for (const comment of page) {
    for (const marker of findMarkers(comment.body, step.settings.apiKey)) {
      if (marker.kind === "foreign")
        foreign += 1;
      else {
        const { content } = marker;
        const ours = content.repository === repository && content.number === number2;
        const link = { content, invitation: invitationOf(comment, subject) };
        if (ours && !links.has(content.sessionId))
          links.set(content.sessionId, link);
      }
    }
  }
  return { links: Array.from(links.values()).reverse(), foreign };
}
async function findLinked(step, client, links) {
  const { runner, settings } = step;
  const { sessionKey } = markerScope(step, 0);
  const link = links.find(({ content }) => content.sessionKey === sessionKey);
  if (!link)
    return void 0;
  const { sessionId, joinUrl: joinUrl2 } = link.content;
  try {
    const read = () => client.getSession(sessionId, runner.cancelled);
    const session = await withRetries(line`Harmonica's answer`, read, passingFailure, {
      ...runner,
      ...settings
    });
    if (session.status === "active") {
      return { session: listedSession(session, joinUrl2), invitation: link.invitation };
    }
    runner.log.info(line`Session ${sessionId}, linked earlier, is ${session.status ?? "of unknown status"}: opening a new one.`);
  } catch (error2) {
    if (runner.cancelled.aborted)
      throw error2;
    const gone = error2 instanceof ApiError && (error2.status === 403 || error2.status === 404);
    const words = line`Session ${sessionId}, linked earlier, could not be read: ${saidOf(error2)}.`;
    if (gone)
      runner.log.info(line`${words} Opening a new one.`);
    else
      runner.log.warning(line`${words} A new one was opened, so there may be a duplicate.`);
  }
  return void 0;
}
async function findByTopic(step, client, links) {
  const { runner, settings, plan } = step;
  const { request } = plan;
  try {
    const read = () => client.listSessions(searchFragment(request), runner.cancelled);
    const { sessions } = await withRetries(line`Harmonica's answer`, read, passingFailure, {
      ...runner,
      ...settings
    });
    const found = sessions.find((session) => session.status === "active" && sameSession(session, request));
    if (!found)
      return void 0;
    const link = links.find(({ content }) => content.sessionId === found.id);
    const joinUrl2 = joinUrlOf(found.id, settings.apiUrl.site);
    return { session: listedSession(found, joinUrl2), invitation: link?.invitation };
  } catch (error2) {
    if (runner.cancelled.aborted)
      throw error2;
    runner.log.warning(line`The list of sessions could not be read, so a session with this topic may get a duplicate: ${saidOf(error2)}.`);
    return void 0;
  }
}
function passingFailure(error2) {
  if (error2 instanceof CommentFailure && error2.passing) {
    return {
      reason: line`GitHub could not be read: ${withoutStop(error2.message)}`,
      retryAfterMs: error2.retryAfterMs
    };
  }
  if (error2 instanceof ApiError && (error2.status === 429 || error2.status >= 500)) {
    return { reason: reasonOf(error2), retryAfterMs: error2.retryAfterMs };
  }
  return error2 instanceof TransportError ? { reason: reasonOf(error2), retryAfterMs: void 0 } : void 0;
}
function saidOf(error2) {
  if (error2 instanceof ApiError || error2 instanceof TransportError)
    return reasonOf(error2);
  return line`${error2 instanceof Error ? error2.message : String(error2)}`;
}
const MAX_API_ANSWER_BYTES = 1048576;
async function run(runner) {
  const step = await prepare(runner);
  if (step.settings.dryRun)
    return showDryRun(step);
  const conversation = await openConversation(step);
  const opened = await findOrOpen(step, conversation);
  const writeSummary = summaryWriter(step, opened);
  handOver(step, opened, conversation);
  await writeSummary(opened.invitation);
  const invitation = opened.invitation ?? (conversation && await invite(step, opened.session, conversation));
  setInvitation(runner, invitation);
  await opened.warnOfTwins();
  await writeSummary(invitation);
}
async function findOrOpen(step, conversation) {
  const { runner, settings, plan } = step;
  const timeoutMs = settings.timeout * 1e3;
  const fetch = runner.createFetch({ timeoutMs, maxAnswerBytes: MAX_API_ANSWER_BYTES });
  const client = createClient(fetch, settings.apiUrl, settings.apiKey);
  const earlier = await findEarlier(step, client, conversation).catch((error2) => {
    throw runner.cancelled.aborted ? cancelledEarly() : error2;
  });
  if (earlier)
    return { ...earlier, created: false, warnOfTwins: async () => {
    } };
  const created = await createOnce(plan.request, { ...runner, ...settings, client, timeoutMs });
  return { ...created, created: true, invitation: void 0 };
}
async function showDryRun(step) {
  const { runner, settings, plan } = step;
  const { log: log2 } = runner;
  const conversation = await openConversation(step);
  const joinUrl2 = `${settings.apiUrl.site}/chat?s=SESSION_ID`;
  const comment = conversation && renderInvitation(step, joinUrl2, "");
  const shown = { request: plan.request, comment, warnings: log2.warnings };
  for (const { title, lines: lines2 } of dryRunGroups(shown))
    log2.group(title, lines2);
  log2.info(line`Dry run: inputs, files and event were checked, nothing was sent, no session was opened.`);
  for (const name of outputNames)
    runner.setOutput(name, "");
  if (settings.summary)
    await writeOrWarn(runner, renderDryRun(shown));
}
function handOver({ runner, settings }, { session, created, invitation }, conversation) {
  const { log: log2, setOutput: setOutput2 } = runner;
  for (const [name, value] of Object.entries(outputsOf(session, created)))
    setOutput2(name, value);
  if (invitation)
    setInvitation(runner, invitation);
  if (created)
    log2.info(line`Opened session ${session.id}: ${session.joinUrl}`);
  else
    log2.info(line`Handed back session ${session.id}, which an earlier run opened: ${session.joinUrl}`);
  warnOfChain(session, log2);
  const remembers = settings.reuse === "topic" || settings.reuse === "issue" && conversation !== void 0;
  if (created && !remembers)
    warnOfAttempt(runner);
}
function setInvitation({ setOutput: setOutput2 }, invitation) {
  setOutput2("comment-id", invitation?.id ?? "");
  setOutput2("comment-url", invitation?.url ?? "");
}
function warnOfChain({ chain }, log2) {
  if (!chain || chain.status === "started" || chain.status === "resumed")
    return;
  const words = chain.message === void 0 ? line`` : line` It says: ${withoutStop(chain.message)}.`;
  log2.warning(line`The template has several steps, but Harmonica does not run them (${chain.status}).${words} This one session is open and its link works.`);
}
function warnOfAttempt({ environment, log: log2 }) {
  const { runAttempt } = environment;
  if (runAttempt <= 1)
    return;
  log2.warning(line`This is attempt ${runAttempt} of this run, and it opened another session. With comment: true and something to comment on, or with reuse: topic, the step finds the session of an earlier attempt and hands it back.`);
}
function summaryWriter({ runner, settings, plan }, { session, created }) {
  let writable = settings.summary;
  return async (invitation) => {
    const { warnings } = runner.log;
    const summary2 = renderSummary({ session, created, plan, invitation, warnings });
    if (writable)
      writable = await writeOrWarn(runner, summary2);
  };
}
async function writeOrWarn({ writeSummary, log: log2 }, markdown) {
  try {
    await writeSummary(markdown);
    return true;
  } catch (error2) {
    const words = error2 instanceof Error ? error2.message : String(error2);
    log2.warning(line`The job summary could not be written: ${words}`);
    return false;
  }
}
const GRACE_MS = 6e3;
const READ_AT_IMPORT = [
  "GITHUB_EVENT_PATH",
  "GITHUB_API_URL",
  "HTTPS_PROXY",
  "https_proxy",
  "HTTP_PROXY",
  "http_proxy"
];
for (const secret2 of ["api-key", "github-token"].map((name) => getInput(name))) {
  if (secret2 !== "")
    setSecret(secret2);
}
const log = createLog(core_namespaceObject, systemClock.elapsed);
process.on("exit", tellUnexpectedEnd);
main().then(() => process.off("exit", tellUnexpectedEnd), tell);
async function main() {
  await run(createRunner());
}
function tellUnexpectedEnd() {
  process.exitCode = ExitCode.Failure;
  log.error(line`The step ended before its work was done`, [
    line`This is a fault of the action, not of the workflow: please report it. If the log shows no link to a session, a session may exist all the same: look in Harmonica before you run the step again.`
  ]);
}
function tell(error2) {
  process.off("exit", tellUnexpectedEnd);
  process.exitCode = ExitCode.Failure;
  if (error2 instanceof TellableError)
    log.error(error2.title, error2.problems);
  else {
    const words = error2 instanceof Error ? `${error2.name}: ${error2.message}` : String(error2);
    log.error(line`Unexpected failure`, [
      line`${words}. This is a fault of the action, not of the workflow: please report it.`
    ]);
  }
}
function createRunner() {
  const { cancelled: cancelled2, graceOver } = watchCancellation();
  const env = { ...process.env };
  for (const name of READ_AT_IMPORT)
    delete process.env[name];
  return {
    getInput,
    setOutput: outputWriter(),
    async writeSummary(markdown) {
      await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
    },
    log,
    clock: systemClock,
    random: Math.random,
    createFetch: (limits) => createFetch({ ...limits, proxyEnv: env }),
    payload: readPayload(env.GITHUB_EVENT_PATH),
    environment: readEnvironment(env),
    cancelled: cancelled2,
    graceOver
  };
}
function outputWriter() {
  let writable = true;
  return (name, value) => {
    try {
      if (writable)
        setOutput(name, value);
    } catch (error2) {
      writable = false;
      const words = error2 instanceof Error ? error2.message : String(error2);
      log.warning(line`The outputs could not be written: ${words}.`);
    }
  };
}
function readEnvironment(env) {
  const server = env.GITHUB_SERVER_URL || "https://github.com";
  return {
    workspace: env.GITHUB_WORKSPACE ?? "",
    eventName: env.GITHUB_EVENT_NAME ?? "",
    repository: env.GITHUB_REPOSITORY ?? "",
    repositoryId: env.GITHUB_REPOSITORY_ID ?? "",
    githubApiUrl: env.GITHUB_API_URL || "https://api.github.com",
    tag: env.GITHUB_REF_TYPE === "tag" ? env.GITHUB_REF_NAME ?? "" : "",
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT || 1),
    stepKey: [workflowFile(env.GITHUB_WORKFLOW_REF), env.GITHUB_JOB, env.GITHUB_ACTION].join(" "),
    run: {
      name: `${env.GITHUB_WORKFLOW ?? "workflow"} #${env.GITHUB_RUN_NUMBER ?? ""}`,
      url: `${server}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`
    }
  };
}
function workflowFile(ref = "") {
  return ref.replace(/@refs\/.*$|@[^@]*$/u, "").replace(/^[^/]*\/[^/]*\//u, "");
}
function readPayload(path2) {
  try {
    return path2 ? JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(path2, "utf8")) : void 0;
  } catch {
    return void 0;
  }
}
function watchCancellation() {
  const cancelled2 = new AbortController();
  const graceOver = new AbortController();
  const onSignal = () => {
    if (cancelled2.signal.aborted)
      return;
    cancelled2.abort();
    log.info(line`The run was cancelled. An answer that is on its way is awaited for ${GRACE_MS / 1e3} s.`);
    setTimeout(() => graceOver.abort(), GRACE_MS).unref();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return { cancelled: cancelled2.signal, graceOver: graceOver.signal };
}
