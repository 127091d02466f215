/** All classes of the ConnectApi namespace that do something; its inputs and outputs hold what they are given. */
import type { LibraryClass } from '../define.ts';
import { chatterUsersClass } from './chatter-users.ts';

export const connectApiNamespace: readonly LibraryClass[] = [chatterUsersClass];
