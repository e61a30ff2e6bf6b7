/** Each symbol of the portal in a 16 by 16 box, filled by the even-odd rule in the colour of the text around it. */
const RING =
  "M8 .75a7.25 7.25 0 1 1 0 14.5A7.25 7.25 0 0 1 8 .75Zm0 1.6a5.65 5.65 0 1 0 0 11.3A5.65 5.65 0 0 0 8 2.35Z";
const DISC = "M8 .75a7.25 7.25 0 1 1 0 14.5A7.25 7.25 0 0 1 8 .75Z";

export const ICON_PATHS = {
  run: `${RING}M8 8V3.6A4.4 4.4 0 0 1 12.4 8Z`,
  soon: `${RING}M8 8V3.6A4.4 4.4 0 1 1 3.6 8Z`,
  over: `${DISC}M7 3.6l.3 5.4h1.4L9 3.6Zm1 6.6a1.05 1.05 0 1 0 0 2.1 1.05 1.05 0 0 0 0-2.1Z`,
  wait: `${RING}M5.7 5h1.6v6H5.7Zm3 0h1.6v6H8.7Z`,
  met: "M8 .75a7.25 7.25 0 1 1 0 14.5A7.25 7.25 0 0 1 8 .75Zm3.3 3.9L7 9 4.9 7.1 3.8 8.3l3.3 2.95 5.4-5.5Z",
  late: `${RING}M10.9 5.2 7.1 8.9 5.2 7.2 4.2 8.3l3 2.65 4.7-4.7Z`,
  void: `${RING}M4.1 10.8 10.8 4.1l1.1 1.1-6.7 6.7Z`,
  doc: "M3 1h6.5L13 4.5V15H3Zm1.5 1.5v11h7V5.5H8.5v-3Zm1.5 5h4v1.2H6Zm0 2.5h4v1.2H6Z",
  yes: "m6.3 12.6-4-3.7 1.3-1.4 2.6 2.4 6.1-6.5 1.4 1.3Z",
  no: "M2 2h12v12H2Zm1.5 1.5v9h9v-9Z",
  fix: "M8 1 15.5 14.5H.5ZM7.2 6l.25 4.2h1.1L8.8 6ZM8 11a.95.95 0 1 0 0 1.9A.95.95 0 0 0 8 11Z",
  x: "m3 1.6 5 5 5-5L14.4 3l-5 5 5 5-1.4 1.4-5-5-5 5L1.6 13l5-5-5-5Z",
  up: "M8 3.5 13.5 12h-11Z",
  down: "M8 12.5 2.5 4h11Z",
  same: "M2.5 7h11v2h-11Z",
} as const;

export type IconName = keyof typeof ICON_PATHS;
