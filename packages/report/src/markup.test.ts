import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeText, html, legible, trusted } from "./markup.ts";

test("every value of a template is escaped", () => {
  const evil = `<script>alert("x")</script> & 'y'`;
  expect(html`<p title="${evil}">${evil}</p>`.html).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;">' +
      "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;</p>",
  );
});

test("markup in a template stays as it is, lists are joined, null is nothing", () => {
  expect(html`<ul>${[1, 2].map((i) => html`<li>${i}</li>`)}${null}${trusted("<hr>")}</ul>`.html).toBe(
    "<ul><li>1</li><li>2</li><hr></ul>",
  );
});

test("characters that could garble a page are shown as replaced", () => {
  expect(legible("a\u0000b\u202ec\u2066d\ud800e\nf")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf");
  expect(legible("Größe 😀 עברית")).toBe("Größe 😀 עברית");
});

test("no text leaves its place", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(escapeText(text)).not.toMatch(/[<>"'\p{Cc}\p{Cs}]|&(?!(amp|lt|gt|quot|#39);)/u);
    }),
    { seed: 1 },
  );
});
