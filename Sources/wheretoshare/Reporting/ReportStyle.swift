/// How the page of a report looks: on a screen of any width, light or dark, and on paper.
enum ReportStyle {
    static let text: Markup = """
        :root { color-scheme: light dark; --ground: #fff; --raised: #f4f5f7; --text: #1a1d21; --quiet: #565d66;
          --line: #d4d8dd; --well: #1d7a46; --part: #9a5b00; --bad: #b3261e; --link: #0b5cad; }
        @media (prefers-color-scheme: dark) { :root { --ground: #14171a; --raised: #1e2226; --text: #e8eaed;
          --quiet: #a3abb5; --line: #363c43; --well: #57c584; --part: #e6a94a; --bad: #ff8a80; --link: #7ab8ff; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--text);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
        main, header, footer { max-width: 66rem; margin: 0 auto; padding: 0 1rem; }
        header { padding-top: 1.5rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        h3 { font-size: .9rem; font-weight: 600; color: var(--quiet); margin: 1rem 0 .25rem; }
        p { margin: .25rem 0; }
        .quiet, footer { color: var(--quiet); font-size: .9rem; }
        footer { padding: 2rem 1rem; }
        .sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem;
          margin: 1.25rem 0; padding: 0; list-style: none; }
        .sums li { background: var(--raised); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; }
        .sums b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .items { list-style: none; margin: 0; padding: 0; }
        .items li { border-left: .25rem solid var(--line); background: var(--raised); border-radius: 0 .4rem .4rem 0;
          padding: .5rem .8rem; margin: .4rem 0; overflow-wrap: anywhere; }
        .items li.bad { border-color: var(--bad); } .items li.warning { border-color: var(--part); }
        .items li.good { border-color: var(--well); }
        .items p { color: var(--quiet); font-size: .92rem; }
        .new { display: inline-block; border: 1px solid currentColor; border-radius: .7rem; padding: 0 .45rem;
          font-size: .75rem; margin-right: .4rem; }
        table { width: 100%; border-collapse: collapse; }
        caption { text-align: left; color: var(--quiet); font-size: .9rem; padding-bottom: .4rem; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line);
          overflow-wrap: break-word; }
        th { font-weight: 600; } th, td.vantage { white-space: nowrap; }
        tbody th { white-space: normal; min-width: 9rem; } thead th { color: var(--quiet); font-size: .85rem; }
        td.share { font-variant-numeric: tabular-nums; white-space: nowrap; }
        .verdict-well { color: var(--well); } .verdict-part { color: var(--part); } .verdict-bad { color: var(--bad); }
        svg.days { display: block; width: 10rem; height: 1.25rem; }
        svg.space { display: block; width: 100%; max-width: 20rem; height: auto; }
        .well { fill: var(--well); } .part { fill: var(--part); } .bad { fill: var(--bad); } .none { fill: var(--quiet); }
        .free, .ahead { fill: none; stroke: var(--link); stroke-width: 2.5; vector-effect: non-scaling-stroke; }
        .ahead { stroke: var(--bad); stroke-dasharray: 5 5; } .floor { stroke: var(--quiet); stroke-width: 1; }
        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1rem; margin: 0;
          padding: 0; list-style: none; }
        summary { cursor: pointer; padding: .5rem 0; color: var(--link); }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        @media (max-width: 40rem) { thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); } tbody tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
          tbody th, tbody td { display: block; border: 0; padding: .1rem 0; } svg.days { width: 100%; } }
        @media print { body { font-size: 12px; } details > * { display: revert; } }
        """
}
