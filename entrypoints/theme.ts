/** Runs in the head of every page of ours, before anything is painted. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followTheme } from './library/theme';

export default defineUnlistedScript(followTheme);
