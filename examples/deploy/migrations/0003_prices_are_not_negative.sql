alter table products add column discontinued_at timestamptz;
alter table products add constraint products_price_check check (price >= 0.00) not valid;

-- The rows that are there are looked at while others write.
-- pgmodel: transaction
update products set price = 0 where price < 0;
alter table products validate constraint products_price_check;

-- pgmodel: down
alter table products drop constraint products_price_check;
alter table products drop column discontinued_at;
