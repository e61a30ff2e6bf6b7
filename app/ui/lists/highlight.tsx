import { Fragment } from "react";

/** What the search engines set before and after a match in plain text. */
const START = "\u0002";
const END = "\u0003";

/** A snippet with its matches marked; stray marks are dropped, and everything else is text. */
export function Highlight(props: { text: string }) {
  return (
    <>
      {pieces(props.text).map(({ at, match, rest }) => (
        <Fragment key={at}>
          {match ? <mark>{match}</mark> : null}
          {rest}
        </Fragment>
      ))}
    </>
  );
}

function pieces(text: string): { at: number; match: string; rest: string }[] {
  return text.split(START).map((piece, at) => {
    const end = piece.indexOf(END);
    const isMatch = at > 0 && end > 0;
    return {
      at,
      match: isMatch ? piece.slice(0, end) : "",
      rest: (isMatch ? piece.slice(end) : piece).replaceAll(END, ""),
    };
  });
}
