/** ReportFolder and DashboardFolder. */
import type { Folder, FolderShare } from '@salesforce/types/metadata';
import { list, required, shape, text, unused, type ValueOf } from '../shape.ts';

const folderShare = shape<FolderShare>()({
  accessLevel: required(text),
  sharedTo: required(text),
  sharedToType: required(text),
});

export const analyticsFolder = shape<Folder>()({
  accessType: text,
  folderShares: list(folderShare),
  fullName: text,
  name: required(text),
  publicFolderAccess: text,
  sharedTo: unused,
});

export type AnalyticsFolderSource = ValueOf<typeof analyticsFolder>;
