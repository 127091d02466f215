/** The timesheet without its looks: durations, days, the grid of a week, drafts on the device and their way to the server. */
export * from './autosave';
export * from './clipboard';
export * from './days';
export * from './drafts';
export * from './draftStore';
export * from './duration';
export * from './grid';
export * from './keys';
export * from './money';
export * from './session';
export * from './rowViews';
export * from './sheet';
export * from './week';
