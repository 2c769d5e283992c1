// The way in for every npm script: `node scripts/entry.cjs <script> [arguments]`.
// CommonJS in the oldest syntax, so that a Node too old to run the rest can still say so.
"use strict";

var path = require("path");
var complaint = require("./entry/node-version.cjs").complaint;
var install = require("./entry/install.cjs").install;
var follow = require("./entry/follow.cjs").follow;

var unfit = complaint(process.versions.node);
if (unfit) {
  process.stderr.write(unfit + "\n");
  process.exit(1);
}

install(function (code) {
  if (code !== 0) process.exit(code);
  var script = path.join(__dirname, process.argv[2] + ".mjs");
  follow(script, process.argv.slice(3));
});
