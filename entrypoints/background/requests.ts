import * as v from 'valibot';
import { type Requests, SYNC_REASONS } from '../../core/messages';
import { DRAFT } from '../../core/schema';
import { LIMITS, STATUSES } from '../../core/talk';

/** What each message has to carry; a message that carries anything else is refused before its handler sees it. */
export const REQUESTS: Requests = {
  worthALook: v.null(),
  pageLeft: v.null(),
  readTab: v.object({ tabId: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  save: v.object({
    drafts: v.pipe(v.array(DRAFT), v.maxLength(LIMITS.talksPerPage)),
    tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LIMITS.tag))), v.maxLength(LIMITS.tags)),
    status: v.optional(v.picklist(STATUSES)),
  }),
  search: v.object({
    // The language itself refuses what is longer, with a reason.
    query: v.pipe(v.string(), v.maxLength(100_000)),
    limit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
    offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  sync: v.object({ why: v.picklist(SYNC_REASONS) }),
  changed: v.null(),
  noticing: v.null(),
};
