/** The hosted bundle in one file, for pages that ask for its integrity by hash. */
import '../define.js';

export {registerBackend} from '../backends/register-backend.js';
export {registerLanguage} from '../language/register-language.js';
