import { createHash } from "node:crypto";
import { html, type Markup, trusted } from "./markup.ts";
import { style } from "./style/sheet.ts";

/** A whole HTML document around `body`. Its policy lets nothing be loaded and only its own style sheet apply. */
export function page(title: string, body: Markup): string {
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Kentro">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return document.html;
}
