"""Addresses of what matters most, and what draws somebody."""

from django.urls import URLPattern

pages: list[URLPattern] = []

calls: list[URLPattern] = []
