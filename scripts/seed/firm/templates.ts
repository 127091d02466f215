/** Project templates: what a won opportunity is made into. */

export interface TemplateTask {
  /** Name used by `after` and `parent` within the template. */
  readonly key: string;
  readonly name: string;
  readonly type: 'Phase' | 'Task' | 'Milestone';
  readonly parent?: string;
  /** Working days; 0 for phases, which span their tasks, and for milestones. */
  readonly days: number;
  readonly hours: number;
  readonly after?: readonly TemplateLink[];
}

export interface TemplateLink {
  readonly key: string;
  /** Default FS. */
  readonly type?: 'FS' | 'SS' | 'FF' | 'SF';
  /** Working days, default 0. */
  readonly lag?: number;
}

export interface TemplateRequest {
  readonly role: string;
  readonly hours: number;
  /** The tasks whose span the request covers, first and last. */
  readonly from: string;
  readonly to: string;
  readonly skills: readonly (readonly [skill: string, level: number, importance: 'Essential' | 'Desirable'])[];
}

export interface TemplateArrangement {
  readonly name: string;
  readonly type:
    'Time and Materials' | 'Capped T&M' | 'Fixed Fee' | 'Milestone' | 'Percent Complete' | 'Retainer' | 'Deposit';
  readonly amount?: number;
  readonly cap?: number;
  readonly isDefault?: boolean;
}

export interface TemplateSeed {
  readonly name: string;
  readonly practice: string;
  readonly tasks: readonly TemplateTask[];
  readonly requests: readonly TemplateRequest[];
  readonly arrangements: readonly TemplateArrangement[];
}

const phase = (key: string, name: string): TemplateTask => ({ key, name, type: 'Phase', days: 0, hours: 0 });

const task = (
  key: string,
  parent: string,
  name: string,
  days: number,
  hours: number,
  ...after: readonly (TemplateLink | string)[]
): TemplateTask => ({
  key,
  name,
  type: 'Task',
  parent,
  days,
  hours,
  after: after.map((link) => (typeof link === 'string' ? { key: link } : link)),
});

const milestone = (key: string, parent: string, name: string, ...after: readonly string[]): TemplateTask => ({
  key,
  name,
  type: 'Milestone',
  parent,
  days: 0,
  hours: 0,
  after: after.map((link) => ({ key: link })),
});

export const templates: readonly TemplateSeed[] = [
  {
    name: 'CRM Quick Start',
    practice: 'Sales & Service',
    tasks: [
      phase('P1', 'Discover'),
      task('kick', 'P1', 'Kick-off and goals', 2, 24),
      task('workshops', 'P1', 'Process workshops', 5, 72, 'kick'),
      milestone('scope', 'P1', 'Scope signed off', 'workshops'),
      phase('P2', 'Build'),
      task('model', 'P2', 'Data model and security', 4, 40, 'scope'),
      task('config', 'P2', 'Configuration', 10, 136, { key: 'model', type: 'SS', lag: 2 }),
      task('flows', 'P2', 'Automation and approvals', 6, 64, { key: 'config', type: 'SS', lag: 4 }),
      task('migrate', 'P2', 'Data migration', 6, 56, 'model'),
      phase('P3', 'Launch'),
      task('uat', 'P3', 'User acceptance test', 5, 60, 'config', 'flows', 'migrate'),
      task('train', 'P3', 'Training', 3, 32, { key: 'uat', type: 'SS', lag: 2 }),
      milestone('golive', 'P3', 'Go-live', 'uat', 'train'),
      task('hyper', 'P3', 'Hypercare', 5, 40, 'golive'),
    ],
    requests: [
      { role: 'Project Manager', hours: 80, from: 'kick', to: 'hyper', skills: [['Agile Delivery', 3, 'Essential']] },
      {
        role: 'Solution Architect',
        hours: 96,
        from: 'kick',
        to: 'config',
        skills: [
          ['Sales Cloud', 4, 'Essential'],
          ['Application Architect', 1, 'Desirable'],
        ],
      },
      {
        role: 'Consultant',
        hours: 200,
        from: 'workshops',
        to: 'hyper',
        skills: [
          ['Sales Cloud', 3, 'Essential'],
          ['Flow', 3, 'Desirable'],
        ],
      },
      {
        role: 'Data Engineer',
        hours: 48,
        from: 'migrate',
        to: 'migrate',
        skills: [['Data Migration', 3, 'Essential']],
      },
    ],
    arrangements: [{ name: 'Quick start', type: 'Fixed Fee', isDefault: true }],
  },
  {
    name: 'Service Transformation',
    practice: 'Sales & Service',
    tasks: [
      phase('P1', 'Mobilise'),
      task('charter', 'P1', 'Charter and governance', 5, 60),
      task('current', 'P1', 'Current-state assessment', 10, 140, { key: 'charter', type: 'SS', lag: 2 }),
      milestone('vision', 'P1', 'Vision agreed', 'charter', 'current'),
      phase('P2', 'Design'),
      task('journeys', 'P2', 'Service journeys', 10, 120, 'vision'),
      task('solution', 'P2', 'Solution architecture', 12, 150, 'vision'),
      task('integration', 'P2', 'Integration design', 8, 90, { key: 'solution', type: 'SS', lag: 4 }),
      milestone('design', 'P2', 'Design approved', 'journeys', 'solution', 'integration'),
      phase('P3', 'Build'),
      task('case', 'P3', 'Case management', 15, 240, 'design'),
      task('knowledge', 'P3', 'Knowledge and self-service', 12, 160, { key: 'case', type: 'SS', lag: 5 }),
      task('telephony', 'P3', 'Telephony integration', 12, 150, 'design'),
      task('apis', 'P3', 'Back-office interfaces', 18, 260, 'design'),
      task('data', 'P3', 'Data migration rehearsals', 10, 110, { key: 'case', lag: -5 }),
      phase('P4', 'Prove and launch'),
      task('sit', 'P4', 'System integration test', 10, 160, 'case', 'knowledge', 'telephony', 'apis'),
      task('uat', 'P4', 'User acceptance test', 10, 120, 'sit', 'data'),
      task('change', 'P4', 'Change and training', 12, 130, { key: 'uat', type: 'FF' }),
      milestone('golive', 'P4', 'Go-live', 'uat', 'change'),
      task('hyper', 'P4', 'Hypercare', 10, 120, 'golive'),
    ],
    requests: [
      {
        role: 'Engagement Director',
        hours: 60,
        from: 'charter',
        to: 'hyper',
        skills: [['Executive Advisory', 4, 'Essential']],
      },
      {
        role: 'Project Manager',
        hours: 380,
        from: 'charter',
        to: 'hyper',
        skills: [
          ['Agile Delivery', 3, 'Essential'],
          ['PMP', 1, 'Desirable'],
        ],
      },
      {
        role: 'Solution Architect',
        hours: 260,
        from: 'current',
        to: 'knowledge',
        skills: [
          ['Service Cloud', 4, 'Essential'],
          ['Solution Design', 3, 'Desirable'],
        ],
      },
      {
        role: 'Technical Architect',
        hours: 180,
        from: 'integration',
        to: 'sit',
        skills: [['Integration Design', 4, 'Essential']],
      },
      {
        role: 'Senior Consultant',
        hours: 360,
        from: 'journeys',
        to: 'uat',
        skills: [['Service Cloud', 3, 'Essential']],
      },
      {
        role: 'Senior Developer',
        hours: 320,
        from: 'case',
        to: 'sit',
        skills: [
          ['Apex', 4, 'Essential'],
          ['Lightning Web Components', 3, 'Desirable'],
        ],
      },
      { role: 'Developer', hours: 280, from: 'apis', to: 'sit', skills: [['Apex', 2, 'Essential']] },
    ],
    arrangements: [
      { name: 'Delivery', type: 'Capped T&M', isDefault: true },
      { name: 'Design gate', type: 'Milestone' },
    ],
  },
  {
    name: 'Data Platform Foundation',
    practice: 'Data & AI',
    tasks: [
      phase('P1', 'Foundations'),
      task('sources', 'P1', 'Source inventory', 5, 56),
      task('governance', 'P1', 'Data governance', 8, 72, { key: 'sources', type: 'SS', lag: 2 }),
      task('platform', 'P1', 'Platform set-up', 4, 40, 'sources'),
      phase('P2', 'Pipelines'),
      task('ingest', 'P2', 'Ingestion pipelines', 12, 170, 'platform'),
      task('identity', 'P2', 'Identity resolution', 8, 100, { key: 'ingest', type: 'SS', lag: 5 }),
      task('model', 'P2', 'Harmonised model', 8, 96, 'ingest', 'governance'),
      milestone('trusted', 'P2', 'Trusted profile available', 'identity', 'model'),
      phase('P3', 'Activation'),
      task('segments', 'P3', 'Segments and activation', 8, 88, 'trusted'),
      task('dash', 'P3', 'Leadership dashboards', 6, 64, 'trusted'),
      task('handover', 'P3', 'Handover and enablement', 4, 40, 'segments', 'dash'),
      milestone('done', 'P3', 'Programme accepted', 'handover'),
    ],
    requests: [
      {
        role: 'Project Manager',
        hours: 120,
        from: 'sources',
        to: 'handover',
        skills: [['Agile Delivery', 3, 'Essential']],
      },
      {
        role: 'Data Engineer',
        hours: 300,
        from: 'sources',
        to: 'segments',
        skills: [
          ['Data Cloud', 3, 'Essential'],
          ['SQL', 3, 'Essential'],
        ],
      },
      {
        role: 'Technical Architect',
        hours: 120,
        from: 'platform',
        to: 'model',
        skills: [
          ['Integration Design', 3, 'Essential'],
          ['Security & Identity', 2, 'Desirable'],
        ],
      },
      {
        role: 'Business Analyst',
        hours: 100,
        from: 'governance',
        to: 'handover',
        skills: [['Process Design', 3, 'Essential']],
      },
    ],
    arrangements: [
      { name: 'Foundation fee', type: 'Percent Complete', isDefault: true },
      { name: 'Mobilisation deposit', type: 'Deposit' },
    ],
  },
];
