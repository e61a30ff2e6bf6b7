/** Values of one filter are OR, filters AND. Levels as text, "true" or "false" for commercialised. */
export type ResultFilter = {
  type?: readonly string[];
  group?: readonly string[];
  product?: readonly string[];
  level?: readonly string[];
  province?: readonly string[];
  house?: readonly string[];
  commercialised?: readonly string[];
  stage?: readonly string[];
  revenueBand?: readonly string[];
};
export type ResultFilterName = keyof ResultFilter;
