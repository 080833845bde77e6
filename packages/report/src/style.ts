import { tones } from "./palette.ts";

/** The charts' dark tones: a style rule wins over the color that a chart wrote as an attribute. */
const darkCharts = tones
  .map(({ light, dark }) => `.chart [fill="${light}"]{fill:${dark}}.chart [stroke="${light}"]{stroke:${dark}}`)
  .join("\n");

/** The page's only style sheet. It names no font file, picture or address. */
export const style: string = `
:root{color-scheme:light dark;--page:#f5f6f8;--card:#ffffff;--ink:#1f2430;--muted:#596070;--rule:#d8dce4;--note:#fff7e6;--note-rule:#e0b454}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main,footer{max-width:74rem;margin:0 auto;padding:0 1.5rem}
header{padding:3rem 0 1rem}
h1{font-size:1rem;font-weight:600;color:var(--muted);margin:0 0 .75rem}
.headline{font-size:1.7rem;line-height:1.3;font-weight:600;letter-spacing:-.01em;margin:0;max-width:46rem;text-wrap:balance}
.lead{font-size:1.1rem;margin:.9rem 0 0;max-width:46rem}
.facts{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1.75rem 0 0;padding:0}
.facts div{display:flex;flex-direction:column-reverse}
.facts dt{color:var(--muted);font-size:.85rem}
.facts dd{margin:0;font-size:1.15rem;font-weight:600}
section{margin:3rem 0}
h2{font-size:1.3rem;margin:0 0 1rem}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:1rem;padding:0;margin:0;list-style:none}
.card,figure,.panel{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:1.25rem}
.card header{display:flex;gap:.9rem;align-items:center;padding:0 0 .9rem}
.card h3::first-letter{text-transform:uppercase}
.card h3{margin:0;font-size:1.1rem;line-height:1.3}
.card header p{margin:.1rem 0 0;color:var(--muted);font-size:.9rem}
.badge{flex:none}
table{border-collapse:collapse;table-layout:fixed;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.32rem 0;text-align:left;vertical-align:baseline;font-weight:400;border-top:1px solid var(--rule)}
th+td,td+td,thead th+th{text-align:right;padding-left:.75rem;white-space:nowrap}
thead th,thead td{border:0;color:var(--muted);font-size:.8rem}
tbody .group{color:var(--muted);font-size:.8rem;padding-top:.9rem;border-top:0}
.mean{font-weight:600}
.everybody,.bar{color:var(--muted)}
.bar{width:19%}
.mean{width:17%}
.everybody{width:20%}
.bar svg{vertical-align:middle;width:100%}
.small,figcaption{color:var(--muted);font-size:.9rem}
.small{margin:.9rem 0 0}
figure{margin:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,34rem),1fr));grid-auto-flow:dense;gap:1rem}
.wide{grid-column:1/-1}
figcaption{margin:0 0 1rem;max-width:46rem}
figcaption strong{display:block;color:var(--ink);font-size:1.05rem}
.scroll{overflow-x:auto}
figure .chart svg{display:block;width:100%;max-width:36rem;height:auto}
figure.wide .chart svg{width:auto;max-width:100%}
.panel p,.panel ul{max-width:46rem;margin:0 0 .75rem}
.panel ul{padding-left:1.2rem}
.panel :last-child{margin-bottom:0}
pre{overflow-x:auto;background:var(--page);border:1px solid var(--rule);border-radius:6px;padding:.8rem 1rem;font-size:.9rem;white-space:pre-wrap}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
footer{padding-bottom:3rem;color:var(--muted);font-size:.85rem}
:focus-visible{outline:3px solid #0072b2;outline-offset:2px}
@media screen and (prefers-color-scheme:dark){
:root{--page:#12151b;--card:#1b1f27;--ink:#e9ebf1;--muted:#a9b0be;--rule:#3a414e}
:focus-visible{outline-color:#93d1f5}
${darkCharts}
}
@media (max-width:40rem){main,footer{padding:0 1rem}header{padding-top:2rem}.headline{font-size:1.35rem}section{margin:2rem 0}.card,figure,.panel{padding:1rem}figure.wide .chart svg{max-width:none}}
@media print{
@page{margin:16mm}
:root{--page:#ffffff}
body{font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,footer{max-width:none;padding:0}
header{padding-top:0}
section{margin:1.6rem 0}
h2{break-after:avoid}
.card,figure,.panel{break-inside:avoid}
.cards{grid-template-columns:1fr 1fr}
.scroll{overflow:visible}
.figures{display:block}
figure{margin-bottom:1rem}
figure:not(.wide) .chart svg{max-width:28rem}
}
`;
