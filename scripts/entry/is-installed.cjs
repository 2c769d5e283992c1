"use strict";

var fs = require("fs");
var path = require("path");

/**
 * Whether node_modules holds what the lockfile and every package.json ask for.
 * Any doubt is a no: an install that finds nothing to do is cheap, a missing package is not.
 */
exports.isInstalled = function (root) {
  try {
    return lockfileMatches(root) && manifestsAreOlder(root);
  } catch (error) {
    return false;
  }
};

function lockfileMatches(root) {
  var wanted = fs.readFileSync(path.join(root, "pnpm-lock.yaml"));
  return wanted.equals(fs.readFileSync(path.join(root, "node_modules/.pnpm/lock.yaml")));
}

/** pnpm writes down which projects it has linked and when it last looked at them. */
function manifestsAreOlder(root) {
  var state = JSON.parse(
    fs.readFileSync(path.join(root, "node_modules/.pnpm-workspace-state-v1.json"), "utf8"),
  );
  var present = projects(root);
  return (
    Object.keys(state.projects).length === present.length &&
    present.every(isLinked) &&
    present.every(hasLinks) &&
    present.map(manifest).concat(path.join(root, "pnpm-workspace.yaml")).every(isOlder)
  );

  function isLinked(project) {
    return project in state.projects;
  }

  function isOlder(file) {
    return fs.statSync(file).mtimeMs <= state.lastValidatedTimestamp;
  }
}

function projects(root) {
  var found = [root];
  ["packages", "apps"].forEach(function (folder) {
    fs.readdirSync(path.join(root, folder)).forEach(function (name) {
      var project = path.join(root, folder, name);
      if (fs.existsSync(manifest(project))) found.push(project);
    });
  });
  return found;
}

function hasLinks(project) {
  var content = JSON.parse(fs.readFileSync(manifest(project), "utf8"));
  var needs = Object.keys(Object.assign({}, content.dependencies, content.devDependencies));
  return needs.every(function (name) {
    return fs.existsSync(path.join(project, "node_modules", name, "package.json"));
  });
}

function manifest(project) {
  return path.join(project, "package.json");
}
