-- Text as people search it: small letters, no accents ("Șerban" is found by "serban"). Written out instead of
-- taken from the extension unaccent, which is not immutable and so cannot stand in a generated column.
CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
  translate(
    replace(replace(replace(replace(
      lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g')),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    'łøđðħŧı', 'loddhti');
