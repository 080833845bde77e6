/** On paper: cards and pictures are not cut, and nothing needs a screen's width. */
export const print: string = `@media print{
@page{margin:13mm}
:root{--page:#ffffff}
html{font-size:8.5pt}
body{font-size:1rem;line-height:1.42;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,footer{max-width:none;padding:0}
main>header{padding-top:0}
.facts{margin-top:1rem;padding-top:.7rem}
section{margin:1.2rem 0}
h2{margin-bottom:.7rem}
h2,h4,summary{break-after:avoid}
.card,figure,.panel,li,tr{break-inside:avoid}
.cards{grid-template-columns:1fr;gap:.8rem}
.about{display:grid;grid-template-columns:4fr 5fr;gap:1.5rem}
.card h4{margin-top:.75rem}
th,td{padding-block:.2rem}
.many table{min-width:0;font-size:.82rem}
.many th,.many td{padding-right:.2rem}
.about>*>:first-child{margin-top:.7rem}
.card,figure,.panel{padding:.9rem}
.card{padding-top:1.2rem}
.scroll{overflow:visible}
.figures{columns:2;column-gap:.8rem}
.figures>*{margin-bottom:.8rem}
.rows{overflow-wrap:normal;font-size:.8rem}
.rows th,.rows td,.rows thead th{white-space:normal}
.chart svg,.wide .chart svg{max-width:100%;max-height:225mm;min-width:0}
details:not([open]){display:none}
footer{padding-bottom:0}
}`;
