-- Built beside those who write, which no transaction can do.
-- pgmodel: alone
create index concurrently products_by_name on products (lower(name));

-- pgmodel: down
-- pgmodel: alone
drop index concurrently products_by_name;
