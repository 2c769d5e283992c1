"use strict";

var names = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Passes every request to end on to `child`, in place of ending without it; returns how to stop that. */
exports.passSignals = function (child) {
  var listeners = names.map(function (name) {
    function pass() {
      child.kill(name);
    }
    process.on(name, pass);
    return pass;
  });
  return function () {
    names.forEach(function (name, index) {
      process.removeListener(name, listeners[index]);
    });
  };
};
