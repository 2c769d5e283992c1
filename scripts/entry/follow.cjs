"use strict";

var childProcess = require("child_process");
var signals = require("os").constants.signals;
var onOrphaned = require("./on-orphaned.cjs").onOrphaned;
var passSignals = require("./pass-signals.cjs").passSignals;

/**
 * Runs a script as a child that cannot outlive us, and ends with its code. Signals are passed on;
 * when we are gone without a chance to do so, the closed channel tells the child (see on-stop.mjs).
 */
exports.follow = function (script, args) {
  var child = childProcess.spawn(process.execPath, [script].concat(args), {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  passSignals(child);
  onOrphaned(function () {
    child.kill("SIGTERM");
  });
  child.on("exit", function (code, signal) {
    process.exit(code === null ? 128 + signals[signal] : code);
  });
};
