/** The segments' cards. */
export const cards: string = `.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,27rem),1fr));gap:1.25rem;padding:0;margin:0;list-style:none}
.card{position:relative;overflow:hidden;padding-top:1.65rem}
.card::before{content:"";position:absolute;inset:0 0 auto;height:5px;background:var(--tone)}
.card header{display:flex;gap:.9rem;align-items:center}
.card header h3::first-letter{text-transform:uppercase}
.card header h3{font-size:1.25rem}
.card header p{margin:.1rem 0 0;color:var(--muted)}
.note{margin:1rem 0 0;padding-left:.8rem;border-left:3px solid var(--tone);overflow-wrap:anywhere}
.badge{flex:none;display:grid;place-items:center;width:2.75rem;height:2.75rem;border-radius:9px;background:var(--tone);color:var(--on-tone);font-size:1.35rem;font-weight:700}
.badge.long{font-size:1rem}
.worth{margin:1rem 0 0}
.worth>strong:first-child{font-size:1.15rem}
.pill{color:var(--ink);margin-left:.35rem;border:1.5px solid currentColor;border-radius:99px;padding:.05rem .55rem;font-size:.85rem;white-space:nowrap}
.card h4{margin:1.35rem 0 .3rem;font-size:.85rem;font-weight:650;color:var(--muted)}
.card h4+p,.card .small{margin:.2rem 0 0}
.rule{font-weight:600}
.advice{margin:.2rem 0 0;padding:0;list-style:none}
.advice li+li{margin-top:.6rem}
.because{color:var(--muted);font-size:.9rem}
details{margin:.5rem 0 0;font-size:.9rem}
summary{cursor:pointer;color:var(--muted);width:max-content}
table{border-collapse:collapse;table-layout:fixed;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{padding:.34rem 0;text-align:left;vertical-align:baseline;font-weight:400;border-top:1px solid var(--rule)}
th+td,td+td,thead th+th{text-align:right;padding-left:.5rem;white-space:nowrap}
thead th,thead td{border:0;color:var(--muted);font-size:.82rem}
tbody .group{color:var(--muted);font-size:.82rem;padding-top:.8rem;border-top:0}
.mean{font-weight:650;width:16%}
td.mean{font-weight:650}
.median,.everybody{width:16%}
.median,.everybody,.bar{color:var(--muted)}
.half{display:block;white-space:normal;font-size:.78rem;font-weight:400;line-height:1.2}
.bar{width:17%}
.bar svg{vertical-align:middle;width:100%}
.rows{table-layout:auto;width:auto;min-width:100%}
.rows th,.rows td,.rows thead th{text-align:left;white-space:nowrap;padding-right:1rem;padding-left:0}
@media (min-width:59.5rem){
.card:last-child:nth-child(odd):has(.about){grid-column:1/-1}
.card:last-child:nth-child(odd) .about{display:grid;grid-template-columns:1fr 1fr;gap:0 3.7rem}
.card:last-child:nth-child(odd) .about h4:first-child{margin-top:1.1rem}
}
@media (max-width:40rem){
table{font-size:.84rem}
th+td,td+td,thead th+th{padding-left:.3rem}
.mean,.everybody{width:19%}
.median{width:22%}
.half{font-size:.72rem}
.bar{width:8%}
.card h4{margin-top:1.1rem}
}`;
