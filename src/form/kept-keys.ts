/** Where this device keeps the name, e-mail address and website of a reader who asked for it. */
export const readerKey = 'taaliq:reader';
/** Where it keeps the version of the rules that the reader accepted. */
export const acceptedRulesKey = 'taaliq:rules';

/** What the reader has typed into a form of this page: another form does not ask again. Gone with the page. */
export const thisVisit: Record<string, string> = {};
