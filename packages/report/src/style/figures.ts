/** The pictures, and the table of what speaks for how many. */
export const figures: string = `figure{margin:0}
.figures{columns:2 26rem;column-gap:1.25rem}
.figures>*{break-inside:avoid;margin-bottom:1.25rem}
.wide{column-span:all;margin-top:1.25rem}
.figures>:last-child{margin-bottom:0}
figcaption{margin:0 0 1.1rem;max-width:46rem;color:var(--muted);font-size:.92rem}
figcaption h3,.many h3{margin:0 0 .2rem;color:var(--ink)}
.chart svg{display:block;width:100%;max-width:29rem;height:auto}
.bar .chart svg{max-width:none}
.wide .chart svg{max-width:48rem}
.many table{table-layout:auto;min-width:24rem}
.many th,.many td{text-align:right;padding-right:.9rem}
.many tr>:first-child,.many .mark{text-align:left}
.many thead th:first-child{white-space:nowrap}
.many .chosen>*{font-weight:650;background:var(--page)}
.many .vote strong{outline:1.5px solid var(--ink);outline-offset:3px;border-radius:3px;font-weight:650}
.many .mark{color:var(--muted)}
@media (max-width:40rem){
.many table{min-width:0;font-size:.8rem}
.many th,.many td{padding-left:.15rem;padding-right:.35rem}
.wide .chart svg{width:auto;max-width:none}
}`;
