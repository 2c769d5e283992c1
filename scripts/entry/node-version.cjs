"use strict";

var range = require("../../package.json").engines.node;

/** One sentence when `version` is outside the range of package.json's `engines`, else nothing. */
exports.complaint = function (version) {
  var lines = range.split(" || ").map(parse);
  var fits = lines.some(function (line) {
    return accepts(line, version.split(".").map(Number));
  });
  if (fits) return undefined;
  return (
    "Portico needs Node " +
    lines.map(describe).join(", ") +
    ", and this is Node " +
    version +
    ": install a newer Node and run the same command again."
  );
};

function parse(text) {
  var parts = /^(\^|>=)(\d+)\.(\d+)\.(\d+)$/.exec(text);
  return { open: parts[1] === ">=", floor: parts.slice(2).map(Number) };
}

function accepts(line, version) {
  return (line.open || version[0] === line.floor[0]) && compare(version, line.floor) >= 0;
}

function compare(left, right) {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

function describe(line) {
  var floor = line.floor.join(".");
  return line.open ? "or " + floor + " and later" : floor + " and later " + line.floor[0] + ".x";
}
