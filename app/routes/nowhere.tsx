import { notFound } from "#app/web/guard.server.ts";

/** Whatever no other route answers. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

// A component makes this a page, so that its 404 is drawn in the frame.
export default function Nowhere() {
  return null;
}
