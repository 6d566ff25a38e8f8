const arabCountries = /BH|DJ|EG|ER|IQ|JO|KM|KW|LB|MR|OM|PS|QA|SA|SD|SO|SS|SY|TD|YE/;

/** A page's tag; where there is none, or none that can be read, it is that of the built-in language. */
export function readTag(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag.replace(/_/g, '-'));
  } catch {
    return new Intl.Locale('ar');
  }
}

/** The numbering system that a tag or its country asks for; else it is the language's own (RTL.md N1). */
export function numeralsOf({language, region = '', numberingSystem}: Intl.Locale): string | undefined {
  if (numberingSystem) return numberingSystem;
  return language === 'ar' && arabCountries.test(region) ? 'arab' : undefined;
}
