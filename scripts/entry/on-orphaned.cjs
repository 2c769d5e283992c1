"use strict";

var fs = require("fs");

/**
 * Calls `stop` when the npm that runs us was killed. npm's own shell passes no signal on, so the
 * only trace is that we, or that shell, have another parent than before.
 */
exports.onOrphaned = function (stop) {
  if (!process.env.npm_lifecycle_event) return;
  var before = family();
  var watch = setInterval(function () {
    if (family() === before) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
};

/** Our parent, and its parent too where that is a shell of npm's and the system tells (Linux). */
function family() {
  return process.ppid + " " + shellParent(process.ppid);
}

function shellParent(pid) {
  try {
    // "pid (name) state parent ..."
    var stat = /\((.*)\) \S (\d+)/.exec(fs.readFileSync("/proc/" + pid + "/stat", "utf8"));
    return stat[1].slice(-2) === "sh" ? stat[2] : "";
  } catch (error) {
    return "";
  }
}
