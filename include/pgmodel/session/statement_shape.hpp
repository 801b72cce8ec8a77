#pragma once
#include <pgmodel/query/statement_shape.hpp>
