/** The firm's sixty consultants, by name. */

export const names: readonly string[] = [
  'Amara Okafor', 'Ben Whitaker', 'Carla Mendes', 'Daniel Novak', 'Elena Petrova', 'Farid Haddad', 'Grace Lin', 'Hugo Laurent',
  'Ingrid Solberg', 'Jamal Carter', 'Keiko Tanaka', 'Liam Doyle', 'Maya Iyer', 'Nikolai Orlov', 'Olivia Grant', 'Pedro Alvarez',
  'Quinn Harper', 'Rosa Jimenez', 'Samuel Adeyemi', 'Tara Nolan', 'Umar Siddiqui', 'Vera Kowalski', 'William Chen', 'Ximena Rojas',
  'Yusuf Demir', 'Zoe Marshall', 'Aidan Brooks', 'Bianca Rossi', 'Callum Reid', 'Divya Nair', 'Ethan Walker', 'Fiona Gallagher',
  'Gabriel Santos', 'Hannah Weiss', 'Ivan Dragic', 'Julia Brandt', 'Karthik Rao', 'Lena Fischer', 'Marcus Bell', 'Nadia Rahman',
  'Oscar Lindgren', 'Priya Menon', 'Rahul Verma', 'Sofia Castillo', 'Tobias Keller', 'Ursula Maier', 'Victor Hugo Lima', 'Wendy Park',
  'Xander Vos', 'Yara Haddad', 'Zachary Price', 'Anika Schulz', 'Brandon Lee', 'Chloe Bennett', 'Deepak Joshi', 'Emily Turner',
  'Felix Bauer', 'Gita Krishnan', 'Harvey Stone', 'Isla McKenzie',
];
