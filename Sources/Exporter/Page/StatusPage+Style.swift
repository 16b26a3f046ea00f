extension StatusPage {
  /// Inline, so that one answer is the whole page; the route's Content-Security-Policy names its hash.
  static let style: HTML = """
    :root{--ground:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d8dee4;--sheet:#f6f8fa;--link:#0757ba;\
    --good:#116329;--good-ground:#e6f6ea;--bad:#a40e26;--bad-ground:#ffebe9;--waiting:#7a4b00;--waiting-ground:#fff5d6}
    @media (prefers-color-scheme:dark){:root{--ground:#0f1318;--ink:#e6edf3;--soft:#9aa5b1;--line:#2f3742;\
    --sheet:#171c23;--link:#79b8ff;--good:#6fdd8b;--good-ground:#12261a;--bad:#ff9c93;--bad-ground:#331417;\
    --waiting:#f0c65c;--waiting-ground:#2c2210}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:64rem;padding:1.5rem 1rem 3rem;background:var(--ground);color:var(--ink);\
    font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
    header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem}
    h1{margin:0;font-size:1.6rem;letter-spacing:-.01em}
    h2{margin:2rem 0 .6rem;font-size:1.1rem}
    h3{margin:1.2rem 0 .5rem;font-size:1rem}
    .kind{color:var(--soft);font-weight:400}
    .notice{margin:0 0 .5rem;color:var(--bad)}
    dd ul{margin:.2rem 0 0;padding-left:1.2rem}
    header p,footer p{margin:0;color:var(--soft);font-size:.9rem}
    footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line)}
    code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    a{color:var(--link)}
    .verdict{margin:1.2rem 0 0;padding:.8rem 1rem;border-left:.3rem solid;border-radius:.3rem;font-weight:600}
    .verdict.good{color:var(--good);background:var(--good-ground)}
    .verdict.bad{color:var(--bad);background:var(--bad-ground)}
    .verdict.waiting{color:var(--waiting);background:var(--waiting-ground)}
    table{width:100%;border-collapse:collapse;border:1px solid var(--line)}
    th,td{padding:.55rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    tbody th{min-width:7rem}
    thead th{white-space:nowrap;background:var(--sheet);font-size:.85rem;color:var(--soft);font-weight:600}
    tbody tr:last-child>*{border-bottom:0}
    .age{white-space:nowrap}
    .state{display:inline-block;padding:0 .5rem;border-radius:1rem;font-size:.85rem;font-weight:600;\
    color:var(--soft);background:var(--line)}
    .state.good{color:var(--good);background:var(--good-ground)}
    .state.bad{color:var(--bad);background:var(--bad-ground)}
    .state.waiting{color:var(--waiting);background:var(--waiting-ground)}
    .reason{display:block;color:var(--soft);font-size:.9rem}
    dl{margin:0;border:1px solid var(--line)}
    dl div{padding:.55rem .75rem;border-bottom:1px solid var(--line)}
    dl div:last-child{border-bottom:0}
    dt{font-weight:600}
    dd{margin:0;color:var(--soft)}
    .links{margin:0;padding:0;list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));\
    gap:.35rem 1.5rem}
    .links a{font:.95em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    @media (max-width:40rem){thead{display:none}table,tbody,tr,tbody th,td{display:block}
    tbody tr{padding:.6rem .75rem;border-bottom:1px solid var(--line)}tbody tr:last-child{border-bottom:0}
    tbody th,td{padding:.1rem 0;border-bottom:0}td.age::before{content:"Last reading: ";color:var(--soft)}}
    """
}
