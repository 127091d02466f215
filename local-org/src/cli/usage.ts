/** What the command line says about itself. */

export const USAGE = `Usage: local-org <command> [options] [project folder …]

  start                    serve the org until Ctrl-C
    --port <number>          6100, or $PORT
    --host <address>         127.0.0.1
    --data <folder>          of the database: .local-org, or $LOCAL_ORG_DATA
    --admin <username>       of the administrator of a new org: admin@example.com
    --password <password>    of that administrator; one is made up when it is not given
    --no-watch               do not deploy files as they change
    --no-lightning           serve the APIs only

  test                     run Apex tests in an org of their own
    --class <name>           only this class; may be repeated
    --method <Class.name>    only this test; may be repeated
    --coverage               count covered lines
    --limits                 print what each test used of its limits
    --currencies <list>      in an org with several, the corporate one first: USD,EUR=0.92,JPY=150
    --json                   print the result as JSON

  conformance <folder …>   run all tests of other people's projects in an org of their own, and count
    --json                   print the result as JSON
    --record <file>          compare the projects of this record, which lie in the folder as owner+name
    --update                 write figures that have grown into the record

  exec                     run anonymous Apex from a file or from standard input
    --file <path>
    --log                    print the whole debug log
    --data, --memory, --user, --json

  query <SOQL>             print the records that a query finds
    --format <table|csv|json>
    --all-rows               include deleted records
    --data, --memory, --user

  deploy                   say what a deploy to the org does, and what it cannot do
    --data, --memory, --json

Options of exec, query and deploy:
    --data <folder>          use the database in this folder: .local-org, or $LOCAL_ORG_DATA
    --memory                 use a new org that is gone afterwards
    --user <username>        instead of the administrator
    --currencies <list>      with --memory: an org with several, as for test

The project folders are those of SFDX projects, or plain source folders; the current folder when none is named.
`;
