// A thread has nothing of jest's: this lets it read TypeScript as the tests do.
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { transformSync } = require("@swc/core");

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    module: { type: "commonjs", ignoreDynamic: true },
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: "es2022",
    },
  });
  module._compile(code, filename);
};

const sources = path.join(__dirname, "../../src/exporters/figures");
const { draw, lettered } = require(path.join(sources, "draw.ts"));
const { cleaned } = require(path.join(sources, "clean-text.ts"));
const { specOf } = require(path.join(sources, "specs.ts"));

/** The drawing before its texts become outlines. */
const letteredFigure = ({ figure, style }) => lettered(specOf(cleaned(figure), style));

module.exports = Object.assign(draw, { draw, letteredFigure });
