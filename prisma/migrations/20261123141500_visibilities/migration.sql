-- A migration of their own: PostgreSQL does not let a transaction use the values that it adds to a type.
ALTER TYPE "Visibility" ADD VALUE 'teachers' BEFORE 'room';
ALTER TYPE "Visibility" ADD VALUE 'group' BEFORE 'room';
ALTER TYPE "Visibility" ADD VALUE 'public' AFTER 'room';
