/**
 * What every page has (layouts/Base.astro): one script, since on a slow line each one more costs more than what is in it.
 */
import '../search-box/shortcut.ts';
import '../search-box/wake.ts';
import '../copy/copy.ts';
import '../footer-maker/wake.ts';
import '../share/share.ts';
import '../offline/register.ts';
import '../offline/wake.ts';
