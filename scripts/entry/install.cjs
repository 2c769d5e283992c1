"use strict";

var childProcess = require("child_process");
var path = require("path");
var root = path.join(__dirname, "..", "..");
var pin = require("../../package.json").config.pnpm;
var isInstalled = require("./is-installed.cjs").isInstalled;
var passSignals = require("./pass-signals.cjs").passSignals;

/** Installs what is missing, then calls `done` with 0 or with the code of the install that failed. */
exports.install = function (done) {
  if (isInstalled(root)) return done(0);
  process.stdout.write("Installing dependencies.\n");
  var child = start(pnpm().concat("install"));
  var release = passSignals(child);
  child.on("error", function (error) {
    process.stderr.write("The install could not start: " + error.message + "\n");
    done(1);
  });
  child.on("exit", function (code) {
    release();
    done(code === null ? 1 : code);
  });
};

function start(command) {
  var options = { cwd: root, env: environment(), stdio: "inherit" };
  // npx is a .cmd file on Windows, which only a shell can start.
  if (process.platform === "win32" && command[0] === "npx")
    return childProcess.spawn(command.join(" "), Object.assign(options, { shell: true }));
  return childProcess.spawn(command[0], command.slice(1), options);
}

/** The pnpm that started us when it is of the pinned major version, else the pinned one through npx. */
function pnpm() {
  var own = process.env.npm_execpath || "";
  var agent = /^pnpm\/(\d+)/.exec(process.env.npm_config_user_agent || "");
  if (!agent || agent[1] !== pin.split(".")[0] || own.indexOf("pnpm") < 0)
    return ["npx", "--yes", "pnpm@" + pin];
  return /\.[cm]?js$/.test(own) ? [process.execPath, own] : [own];
}

/** pnpm does not read npm's own setting of the registry, so it is passed on under pnpm's name. */
function environment() {
  var env = Object.assign({}, process.env);
  var registry = env.npm_config_registry;
  if (registry && !env.pnpm_config_registry && !env.PNPM_CONFIG_REGISTRY)
    env.pnpm_config_registry = registry;
  return env;
}
