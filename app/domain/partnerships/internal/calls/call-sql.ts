/** The organisation `g` as pages and programs show it. */
export const BODY = `json_build_object('name', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr),
  'house', g.house, 'code', g.scheme || '-' || g.identifier)`;

/** How many interests in the call `c` were not taken back: all that the public learns of them. */
export const INTERESTS =
  "(SELECT count(*)::int FROM call_interest n WHERE n.call_id = c.id AND n.state <> 'WITHDRAWN')";
