import { escapeMarkup } from "../../src/common/escape-markup";
import { accessible } from "../../src/exporters/figures/accessible";
import { htmlText } from "../../src/exporters/tables/html";

const HOSTILE = `<a b="c" d='e'>&amp;`;
const ESCAPED = "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;";

test("a text is escaped the same way in tables and in figures", () => {
  expect(escapeMarkup(HOSTILE)).toBe(ESCAPED);
  expect(htmlText(HOSTILE)).toBe(ESCAPED);
  const svg = accessible(
    '<svg width="1" height="1">',
    { title: HOSTILE, description: "" },
    { width: 1, height: 1 },
  );
  expect(svg).toContain(`<title>${ESCAPED}</title>`);
});
