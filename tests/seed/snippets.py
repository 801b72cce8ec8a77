# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
"""snippets.py SNIPPET [REFUSAL]: makes the tables of a SQLAlchemy snippet in the database that PGMODEL_SEED_DSN names.

Each snippet is a function. It stands as it is printed in guides to PostgreSQL with SQLAlchemy, and a comment says what
had to be added so that it runs at all; those that do not run are there as well, to show that. A few rows are inserted
through SQLAlchemy, for pgmodel to read. Ends with 3 when SQLAlchemy or the server refuses the snippet with a message
that holds REFUSAL."""

import datetime
import decimal
import os
import sys
import uuid

import psycopg2
import sqlalchemy
from sqlalchemy import (DDL, BigInteger, Boolean, Column, Date, DateTime, Float, Index, Integer, Numeric, String, Table,
                        Text, Time, create_engine, event, text)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy.sql import func


def product(Base):
    class Product(Base):
        __tablename__ = "products"

        id = Column(Integer, primary_key=True, index=True)
        name = Column(String, nullable=False)
        # JSONB column for flexible attributes
        attributes = Column(JSONB, default={})
        # UUID for better distributed systems
        external_id = Column(UUID(as_uuid=True), default=uuid.uuid4, unique=True)

    yield Product(name="plain")
    yield Product(name="full", attributes={"color": "red", "sizes": [1, 2]},
                  external_id=uuid.UUID("5f0c32e4-1d5b-4e0c-8a5e-0d9b8d6f7a11"))


def user_arrays(Base):
    class User(Base):
        __tablename__ = "users"

        id = Column(Integer, primary_key=True, index=True)
        tags = Column(ARRAY(String), default=[])
        favorite_numbers = Column(ARRAY(Integer), default=[])

    yield User()
    yield User(tags=["a b", 'say "yes"', ""], favorite_numbers=[7, -1, 2147483647])


def text_search(Base):
    # Added: the table, of which the snippet has only the index.
    class Product(Base):
        __tablename__ = "products"

        id = Column(Integer, primary_key=True)
        name = Column(String, nullable=False)
        description = Column(Text)

    yield text("CREATE INDEX idx_products_search ON products "
               "USING gin(to_tsvector('english', name || ' ' || description))")
    yield Product(name="Searching", description="Terms of the search")
    yield Product(name="Another", description="Nothing of that kind")
    yield Product(name="search term")


def article_as_printed(Base):
    class Article(Base):
        __tablename__ = "articles"

        id = Column(Integer, primary_key=True, index=True)
        metadata = Column(JSONB, default={})

    yield from ()


def article(Base):
    class Article(Base):
        __tablename__ = "articles"

        id = Column(Integer, primary_key=True, index=True)
        uuid = Column(UUID(as_uuid=True), default=uuid_module.uuid4, unique=True, index=True)
        title = Column(String(200), nullable=False)
        content = Column(Text)
        tags = Column(ARRAY(String), default=[])
        # Changed: the attribute cannot be called metadata, which every declarative class of SQLAlchemy has already.
        metadata_ = Column("metadata", JSONB, default={})
        created_at = Column(DateTime(timezone=True), server_default=func.now())
        updated_at = Column(DateTime(timezone=True), onupdate=func.now())

        def __repr__(self):
            return f"<Article(id={self.id}, title='{self.title}')>"

    yield Article(title="plain")
    yield Article(title="Ünï", content="text", tags=["x"], metadata_={"a": None})


# Changed: inside the class the name uuid is the column's.
uuid_module = uuid


def user_indexes_as_printed(Base):
    return user_indexes(Base, added=False)


def user_indexes(Base, added=True):
    class User(Base):
        __tablename__ = "users"

        id = Column(Integer, primary_key=True, index=True)
        email = Column(String, unique=True, index=True)
        status = Column(String, index=True)
        created_at = Column(DateTime(timezone=True), index=True)
        # Added: the column that the partial index speaks of.
        if added:
            is_active = Column(Boolean)

        # Composite indexes
        __table_args__ = (
            Index('idx_user_status_created', 'status', 'created_at'),
            Index('idx_user_email_partial', 'email', postgresql_where=Column('is_active') == True),  # noqa: E712
        )

    yield from ()


def postgresql_indexes(Base):
    # Added: the table, of which the snippet has only the indexes.
    class User(Base):
        __tablename__ = "users"

        id = Column(Integer, primary_key=True)
        email = Column(String)
        status = Column(String)

        __table_args__ = (
            # Partial indexes
            Index('idx_active_users', 'status',
                  postgresql_where=Column('status') == 'active'),
            # Expression indexes
            Index('idx_lower_email', 'email',
                  postgresql_ops={'email': 'text_pattern_ops'}),
        )

    yield from ()
    # Changed: it is a statement of its own, which cannot run in the migration's transaction.
    concurrently.append("CREATE INDEX CONCURRENTLY idx_users_email ON users (email);")


concurrently = []


def measurements(Base):
    yield text("""
        CREATE TABLE measurements (
            logdate date NOT NULL,
            peaktemp int,
            unitsales int
        ) PARTITION BY RANGE (logdate)""")
    yield text("""
        CREATE TABLE measurements_y2023 PARTITION OF measurements
            FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')""")
    yield text("INSERT INTO measurements VALUES ('2023-01-01', -3, NULL), ('2023-12-31', 4, 2)")


def measurements_as_a_table(Base):
    # Changed: the partitioned table as SQLAlchemy says it. It has no words for a partition, so that one stays as printed.
    table = Table("measurements", Base.metadata,
                  Column("logdate", Date, nullable=False), Column("peaktemp", Integer), Column("unitsales", Integer),
                  postgresql_partition_by="RANGE (logdate)")
    event.listen(table, "after_create", DDL(
        "CREATE TABLE measurements_y2023 PARTITION OF measurements FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')"))
    return []


def migrated_users(Base):
    # Added: the table before the migration. Its columns and indexes are those that the migration's upgrade() adds.
    class User(Base):
        __tablename__ = "users"

        id = Column(Integer, primary_key=True)
        external_id = Column(UUID(as_uuid=True), default=uuid.uuid4, unique=True)
        preferences = Column(JSONB(), default={})
        tags = Column(sqlalchemy.ARRAY(String()), default=[])

        __table_args__ = (
            Index('ix_users_external_id', 'external_id'),
            Index('ix_users_tags', 'tags', postgresql_using='gin'),
        )

    yield from ()


def data_types(Base):
    class Everything(Base):
        __tablename__ = "everything"

        id = Column(Integer, primary_key=True)
        a_string = Column(String)
        a_string_50 = Column(String(50))
        a_text = Column(Text)
        an_integer = Column(Integer)
        a_big_integer = Column(BigInteger)
        a_float = Column(Float)
        a_numeric = Column(Numeric(12, 4))
        a_boolean = Column(Boolean)
        a_date_time = Column(DateTime)
        a_date_time_zone = Column(DateTime(timezone=True))
        a_date = Column(Date)
        a_uuid = Column(UUID)
        a_jsonb = Column(JSONB)
        an_array = Column(ARRAY(Integer))
        a_string_array = Column(ARRAY(String(50)))
        a_numeric_array = Column(ARRAY(Numeric(12, 4)))
        a_date_array = Column(ARRAY(Date))
        a_time = Column(Time)

    zone = datetime.timezone(datetime.timedelta(hours=2))
    yield Everything()
    yield Everything(
        a_string="string", a_string_50="é" * 50, a_text="line\nline", an_integer=-2147483648,
        a_big_integer=9223372036854775807, a_float=0.1, a_numeric=decimal.Decimal("-12345678.9012"), a_boolean=True,
        a_date_time=datetime.datetime(2024, 2, 29, 23, 59, 59, 999999),
        a_date_time_zone=datetime.datetime(2024, 5, 17, 8, 30, tzinfo=zone), a_date=datetime.date(1969, 12, 31),
        a_uuid="5f0c32e4-1d5b-4e0c-8a5e-0d9b8d6f7a11", a_jsonb={"a": [1, None, "x"]}, an_array=[1, 2],
        a_string_array=["x", "y"], a_numeric_array=[decimal.Decimal("0.0001")],
        a_date_array=[datetime.date(2000, 1, 1)], a_time=datetime.time(23, 59, 59, 999999))


def main():
    snippet = globals()[sys.argv[1]]
    engine = create_engine("postgresql+psycopg2://", creator=lambda: psycopg2.connect(os.environ["PGMODEL_SEED_DSN"]))
    try:
        Base = declarative_base()
        things = list(snippet(Base))
        Base.metadata.create_all(engine)
        with Session(engine) as session:
            for thing in things:
                if isinstance(thing, sqlalchemy.sql.elements.TextClause):
                    session.execute(thing)
                else:
                    session.add(thing)
                    session.flush()  # one after the other, so that they are numbered in this order
            session.commit()
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for statement in concurrently:
                connection.execute(text(statement))
    except (sqlalchemy.exc.InvalidRequestError, sqlalchemy.exc.ProgrammingError) as refusal:
        if len(sys.argv) < 3 or sys.argv[2] not in str(refusal):
            raise
        sys.exit(3)


main()
