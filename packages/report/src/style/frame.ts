/** The page around cards and figures: its text, sections, facts and notes. */
export const frame: string = `*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main,footer{max-width:76rem;margin:0 auto;padding:0 1.5rem}
main>header{padding:3.5rem 0 1rem}
h1{font-size:.95rem;font-weight:600;color:var(--muted);margin:0 0 1rem}
.headline{font-size:1.9rem;line-height:1.25;font-weight:650;letter-spacing:-.015em;margin:0;max-width:52rem;text-wrap:balance}
.lead{font-size:1.15rem;line-height:1.5;margin:.9rem 0 0;max-width:52rem}
.facts{display:flex;flex-wrap:wrap;gap:1.1rem 2.75rem;margin:2rem 0 0;padding:1.1rem 0 0;border-top:1px solid var(--rule)}
.facts div{display:flex;flex-direction:column-reverse}
.facts dt{color:var(--muted);font-size:.85rem}
.facts dd{margin:0;font-size:1.35rem;line-height:1.3;font-weight:650;font-variant-numeric:tabular-nums}
section{margin:3.25rem 0}
h2{font-size:1.4rem;line-height:1.3;letter-spacing:-.01em;margin:0 0 1.1rem}
h3{font-size:1.1rem;line-height:1.3;margin:0}
.card,figure,.panel{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:1.4rem}
.panel>p,.panel>ul{max-width:52rem;margin:0 0 .8rem}
.panel ul{padding-left:1.2rem}
.panel li{margin:.2rem 0}
.panel>.small{margin-top:.9rem}
.panel>:last-child{margin-bottom:0}
.small{color:var(--muted);font-size:.9rem;margin:.9rem 0 0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.scroll{position:relative;overflow-x:auto}
pre{margin:.4rem 0 0;background:var(--page);border:1px solid var(--rule);border-radius:8px;padding:.75rem .9rem;font-size:.85rem;line-height:1.5;white-space:pre-wrap}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
footer{padding-bottom:3.5rem;color:var(--muted);font-size:.85rem}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:4px}
@media (max-width:40rem){
main,footer{padding:0 1rem}
main>header{padding-top:2rem}
.headline{font-size:1.45rem}
.lead{font-size:1.05rem}
.facts{gap:.9rem 1.75rem}
section{margin:2.25rem 0}
.card,figure,.panel{padding:1rem}
}`;
