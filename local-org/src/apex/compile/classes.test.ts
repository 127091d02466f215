import { body } from '../test-support/cases.ts';

const animals = [
  `public abstract class Animal {
    protected String name;
    public Animal(String n) { name = n; }
    public abstract String sound();
    public virtual String speak() { return name + ' says ' + sound(); }
  }`,
  `public class Dog extends Animal {
    public Dog() { super('Dog'); }
    public override String sound() { return 'Woof'; }
    public override String speak() { return super.speak() + '!'; }
  }`,
];

body('overriding', 'Animal a = new Dog(); return a.speak();', 'Dog says Woof!', ...animals);
body('casting down', 'Object a = new Dog(); return ((Dog) a).sound() + (a instanceof Animal);', 'Wooftrue', ...animals);

body(
  'inner classes reach the static members around them',
  'return new Outer.Inner(4).value() + Outer.S;',
  '45',
  `public class Outer {
    public static Integer S = 5;
    private static Integer hidden() { return 10; }
    public class Inner {
      Integer n;
      public Inner(Integer n) { this.n = n; }
      public Integer value() { return n * hidden(); }
    }
  }`,
);

body(
  'properties',
  'P p = new P(); p.x = 3; p.y = 4; p.x += 1; return p.x + p.y + p.sum + P.z;',
  '20',
  `public class P {
    public Integer x { get; set; }
    public Integer y { get { return y * 2; } set { y = value; } }
    public Integer sum { get { return x - 3; } }
    public static Integer z { get { if (z == null) z = 7; return z; } private set; }
  }`,
);

body(
  'virtual properties',
  'B b = new C(); return b.name;',
  'C',
  "public virtual class B { public virtual String name { get { return 'B'; } } }",
  "public class C extends B { public override String name { get { return 'C'; } } }",
);

body(
  'a private method is not overridden',
  'return new C().call() + new C().other();',
  'BC',
  "public virtual class B { private String name() { return 'B'; } public String call() { return name(); } }",
  "public class C extends B { private String name() { return 'C'; } public String other() { return name(); } }",
);

body(
  'fields of the same name in a subclass are other fields',
  `C c = new C(); return c.mine() + ' ' + c.theirs();`,
  '2 1',
  'public virtual class B { private Integer n = 1; public Integer theirs() { return n; } }',
  'public class C extends B { private Integer n = 2; public Integer mine() { return n; } }',
);

body(
  'initialisers run after a constructor of the superclass that is called unasked',
  'return new C().log;',
  '(b, B, c, C)',
  "public virtual class B { public List<String> log = new List<String>(); { log.add('b'); } public B() { log.add('B'); } }",
  "public class C extends B { { log.add('c'); } public C() { log.add('C'); } }",
);

body(
  'a constructor that is called by super can use what they fill',
  'return new C().log;',
  '(registered)',
  'public abstract class B { public B(String name) { register(name); } public abstract void register(String name); }',
  `public class C extends B {
    public List<String> log = new List<String>();
    public C() { super('registered'); }
    public override void register(String name) { log.add(name); }
  }`,
);

body(
  'constructors call one another',
  "return new D('x').text;",
  'x1',
  'public class D { public String text; public D(String s) { this(s, 1); } private D(String s, Integer n) { text = s + n; } }',
);

body(
  'static fields are made once, when the class is used',
  'return S.next() + S.next() + Log.text;',
  '3made',
  "public class Log { public static String text = ''; }",
  "public class S { static Integer n; static { n = 0; Log.text += 'made'; } public static Integer next() { return ++n; } }",
);

body(
  'exceptions of the project have four constructors',
  `
  String r = '';
  for (Exception e : new List<Exception>{ new MyException(), new MyException('m'), new MyException(new MyException('c')), new MyException('m', new MyException('c')) })
    r += e.getCause()?.getMessage() + '|';
  return r;`,
  'null|null|c|c|',
  'public class MyException extends Exception {}',
);

body(
  'exceptions may have constructors and fields of their own',
  'try { throw new Coded(7); } catch (Coded e) { return e.code + e.getMessage(); }',
  '7code 7',
  "public class Coded extends Exception { public Integer code; public Coded(Integer code) { this('code ' + code); this.code = code; } }",
);

body(
  'interfaces',
  'Shape s = new Square(3); return s.area() + new Shapes().twice(s);',
  '27',
  'public interface Shape { Integer area(); }',
  'public class Square implements Shape { Integer n; public Square(Integer n) { this.n = n; } public Integer area() { return n * n; } }',
  'public class Shapes { public Integer twice(Shape s) { return 2 * s.area(); } }',
);

body(
  'Comparable decides how lists sort',
  'List<C> l = new List<C>{ new C(3), new C(1) }; l.sort(); return l[0].n;',
  '1',
  'public class C implements Comparable { public Integer n; public C(Integer n) { this.n = n; } public Integer compareTo(Object o) { return n - ((C) o).n; } }',
);

body(
  'equals and hashCode decide what is in a set',
  "Set<K> s = new Set<K>{ new K(1), new K(1), new K(2) }; return s.size() + ' ' + (new K(1) == new K(1)) + ' ' + (new K(1) === new K(1));",
  '2 true false',
  'public class K { Integer n; public K(Integer n) { this.n = n; } public Boolean equals(Object o) { return ((K) o).n == n; } public Integer hashCode() { return n; } }',
);

body(
  'texts of objects',
  "return new T(1) + ' ' + String.valueOf(new U());",
  'T1 U:[a=1, b=null]',
  "public class T { Integer n; public T(Integer n) { this.n = n; } public override String toString() { return 'T' + n; } }",
  'public class U { Integer a = 1; String b; }',
);

body(
  'names are compared without regard to case',
  "ACCOUNT a = NEW account(NAME = 'x'); STRING s = a.name; RETURN S.TOUPPERCASE();",
  'X',
);

body(
  'arguments are evaluated before a null receiver is noticed',
  `List<String> names = new List<String>{ 'a', 'b' };
  SObject nothing; Late late; Integer tries = 0;
  while (!names.isEmpty() && tries++ < 9) {
    try { nothing.getSObject(names.remove(0)); } catch (NullPointerException e) {}
  }
  try { late.take(String.valueOf(tries = -1), 1); } catch (NullPointerException e) {}
  return tries - names.size();`,
  '-1',
  'public class Late { public void take(String name, Integer count) {} }',
);

body(
  'a private abstract method is implemented by a private one',
  'return new Box().corners();',
  '4',
  'public abstract class Shape { abstract Integer sides(); public Integer corners() { return sides(); } }',
  'public class Box extends Shape { private Integer sides() { return 4; } }',
);

body(
  'fields and properties of the superclass by super',
  'return new Leaf().text();',
  'base3',
  "public virtual class Base { public String name = 'base'; public Integer size { get; set; } }",
  `public class Leaf extends Base {
    public Leaf() { super.size = 3; }
    public String text() { return super.name + super.size; }
  }`,
);

body(
  'a method clone with parameters leaves the one that all objects have',
  'Copied c = new Copied(); return c.clone(2).at + c.clone().at;',
  '3',
  `public class Copied {
    public Integer at = 1;
    public Copied clone(Integer at) { Copied copy = this.clone(); copy.at = at; return copy; }
  }`,
);

body(
  'a method of wider parameters implements the overloads of an interface',
  "Finder f = new All(); return f.find(new Account(Name = 'A')) + ' ' + f.find('x') + ' ' + f.find(1.5);",
  'Account x 1.5',
  'public interface Finder { String find(SObject record); String find(String text); String find(Double n); }',
  `public class All implements Finder {
    public String find(Object o) { return o instanceof Account ? 'Account' : String.valueOf(o); }
  }`,
);

body(
  'constants of literals are there before other initialisers run',
  'return K.SIZE;',
  '3',
  "public class K { public static final Integer SIZE = TEXT.length(); private static final String TEXT = 'abc'; }",
);

body(
  'texts of objects show fields by name, inherited ones with their class, and properties',
  "D d = new D(); d.b = 2; return d + ' ' + new X('broken');",
  'D:[B.z=1, a=null, b=2, c=null] X:[code=7]: broken',
  'public virtual class B { Integer z = 1; }',
  'public class D extends B { public Integer b { get; set; } String a; public Integer c { get { return 9; } } }',
  'public class X extends Exception { Integer code = 7; }',
);

body(
  'a loop that never ends may be followed by a statement',
  'return new L().first(3);',
  '3',
  'public class L { public Integer first(Integer n) { Integer i = 0; while (true) { if (++i == n) return i; } return null; } }',
);

body(
  'sets are instances of their own type only; iterators and iterables of any',
  `Object names = new Set<String>{ 'a' };
   Object walk = new List<Account>().iterator();
   Object rows = new List<Account>();
   return (names instanceof Set<Object>) + ' ' + (names instanceof Set<String>) + ' ' + (walk instanceof Iterator<Object>)
     + ' ' + (rows instanceof Iterable<Object>);`,
  'false true true true',
);

body(
  'a map of texts is nearer to other texts than to ids',
  "return O.pick(new Map<String, String>{ 'a' => 'b' });",
  'text',
  `public class O {
    public static String pick(Map<Id, Object> byId) { return 'id'; }
    public static String pick(Map<String, Object> byText) { return 'text'; }
  }`,
);

body(
  'a comparator of objects sorts anything',
  'List<Integer> n = new List<Integer>{ 1, 3, 2 }; n.sort(new Down()); return n;',
  '(3, 2, 1)',
  'public class Down implements Comparator<Object> { public Integer compare(Object a, Object b) { return (Integer) b - (Integer) a; } }',
);
