import { ICON_PATHS } from "#app/ui/marks/icon-paths.ts";

/** Patterns of the houses and clocks, and every icon: once, at the top of the body, for all drawings of the page. */
export function Symbols() {
  return (
    <svg width="0" height="0" className="vh" aria-hidden="true" focusable="false">
      <defs>
        <HousePatterns />
        <pattern id="p-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="p-tint" width="6" height="6" />
          <path className="h-over" d="M1 0v6" />
        </pattern>
        <pattern id="p-ext" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="h-wait" d="M1 0v5" />
        </pattern>
      </defs>
      {Object.entries(ICON_PATHS).map(([name, path]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
          <path fillRule="evenodd" d={path} />
        </symbol>
      ))}
      <symbol id="i-seal" viewBox="0 0 28 28">
        <path fill="none" stroke="currentColor" strokeWidth="1.5" d="M1.75 1.75h24.5v24.5H1.75Z" />
        <path
          fill="currentColor"
          d="M5 12.5c3-.4 5-2.2 6.1-5.5h5.8c1.1 3.3 3.1 5.1 6.1 5.5v1.5H5ZM7 16h3.6v6H7Zm5.2 0h3.6v6h-3.6Zm5.2 0H21v6h-3.6Z"
        />
      </symbol>
    </svg>
  );
}

function HousePatterns() {
  return (
    <>
      <pattern id="p-state" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect className="c-state" width="4" height="4" />
        <path className="k-state" d="M.5 0v4" />
      </pattern>
      <pattern id="p-school" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="c-school" width="7" height="7" />
        <path className="k-school" d="M1 0v7" />
      </pattern>
      <pattern id="p-ent" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect className="c-ent" width="7" height="7" />
        <g className="k-ent">
          <circle cx="1.75" cy="1.75" r="1.1" />
          <circle cx="5.25" cy="5.25" r="1.1" />
        </g>
      </pattern>
    </>
  );
}
