import { body } from '../test-support/cases.ts';

const failing = `public class Failing {
  public Integer n {
    get {
      return fail(null);
    }
  }

  public Failing(String s) {
    fail(s);
  }

  public Failing() {}

  static Integer fail(String s) {
    Integer unused = 1;
    return s.length();
  }
}`;

const trace = (statement: string): string =>
  `try { ${statement} } catch (Exception e) { return e.getStackTraceString(); }`;

body(
  'a stack trace names methods and lines of Apex',
  trace('Integer i = new Failing().n;'),
  'Class.Failing.fail: line 16, column 1\nClass.Failing.__sfdc_n: line 4, column 1\nClass.Main.run: line 3, column 1',
  failing,
);

body(
  'and constructors',
  trace('new Failing(null);'),
  'Class.Failing.fail: line 16, column 1\nClass.Failing.<init>: line 9, column 1\nClass.Main.run: line 3, column 1',
  failing,
);

body(
  'the line of an exception is where it was made',
  'Exception e = new IllegalArgumentException();\nreturn e.getLineNumber();',
  '3',
);
